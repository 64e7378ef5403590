using Microsoft.Extensions.AI;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.Tokenizers;

namespace Bot.Meaning;

/// <summary>
/// all-MiniLM-L6-v2 (https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2) in this process. It takes 150 MB, of which most
/// stays when it is disposed: it belongs into a process of its own, see <see cref="EmbeddingProcess"/>.
/// </summary>
sealed class MiniLm : IEmbeddingGenerator<string, Embedding<float>>
{
    public const string Name = "all-MiniLM-L6-v2";

    /// <summary>How many numbers a vector has.</summary>
    public const int Dimensions = 384;

    /// <summary>What the model was trained for. The rest of a text is not read.</summary>
    const int MostTokens = 256;

    readonly BertTokenizer tokenizer;
    readonly InferenceSession session;

    /// <param name="folder">With <c>model.onnx</c> and <c>vocab.txt</c>.</param>
    /// <exception cref="OnnxRuntimeException">The model can't be read.</exception>
    public MiniLm(string folder)
    {
        tokenizer = BertTokenizer.Create(Path.Combine(folder, "vocab.txt"));
        // One core, and no memory beyond what a run needs: the desk has other things to do.
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            EnableCpuMemArena = false,
            EnableMemoryPattern = false,
        };
        // https://github.com/microsoft/onnxruntime/blob/main/include/onnxruntime/core/session/onnxruntime_session_options_config_keys.h
        options.AddSessionConfigEntry("session.use_device_allocator_for_initializers", "1");
        session = new(Path.Combine(folder, "model.onnx"), options);
    }

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var embeddings = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var text in values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            embeddings.Add(new(Vector(text)));
        }

        return Task.FromResult(embeddings);
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose() => session.Dispose();

    /// <summary>The mean of what the model says of each token, as a vector of length 1.</summary>
    float[] Vector(string text)
    {
        var tokens = tokenizer.EncodeToIds(text, MostTokens, out _, out _).Select(id => (long)id).ToArray();
        long[] shape = [1, tokens.Length];
        using var ids = OrtValue.CreateTensorValueFromMemory(tokens, shape);
        using var mask = OrtValue.CreateTensorValueFromMemory(Enumerable.Repeat(1L, tokens.Length).ToArray(), shape);
        using var types = OrtValue.CreateTensorValueFromMemory(new long[tokens.Length], shape);
        using var run = new RunOptions();
        using var results = session.Run(run, ["input_ids", "attention_mask", "token_type_ids"], [ids, mask, types], ["last_hidden_state"]);
        var states = results[0].GetTensorDataAsSpan<float>();

        var vector = new float[Dimensions];
        for (var token = 0; token < tokens.Length; token++)
        {
            for (var i = 0; i < Dimensions; i++)
                vector[i] += states[(token * Dimensions) + i];
        }

        var length = MathF.Sqrt(vector.Sum(number => number * number));
        for (var i = 0; i < Dimensions && length > 0; i++)
            vector[i] /= length;
        return vector;
    }
}
