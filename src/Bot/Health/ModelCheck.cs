using Bot.Meaning;

namespace Bot.Health;

/// <summary>Whether the model is there that reads the meaning of questions, if it is wanted.</summary>
sealed class ModelCheck(AnswersOptions answers) : IHealthCheck
{
    public string Name => "model";

    public Task<HealthProblem?> FindAsync(CancellationToken ct) => Task.FromResult<HealthProblem?>(
        !answers.Meaning || answers.HasModel
            ? null
            : new(
                $"No model is in {answers.Folder}, so questions are understood by their words alone.",
                "Put model.onnx and vocab.txt there, name their folder in Answers:ModelFolder, or set Answers:Meaning to off."));
}
