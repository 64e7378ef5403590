using System.Text.Json.Nodes;
using LocalDiscord.Messages;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Page;

/// <summary>The files that a user sends with a command or a form, by the numbers of their parts: <c>files[n]</c>.</summary>
sealed class SentFiles(IReadOnlyDictionary<string, JsonObject> attachments)
{
    const int FileUpload = 19;

    public IReadOnlyDictionary<string, string> Ids { get; } =
        attachments.ToDictionary(one => one.Key, one => one.Value.Text("id")!);

    /// <exception cref="UserErrorException">A file is larger than Discord allows.</exception>
    public static SentFiles Keep(IReadOnlyList<UploadedFile> files, string channelId, Uploads uploads)
    {
        if (files.FirstOrDefault(file => file.Bytes.Length > Limits.FileSize) is { } large)
            throw new UserErrorException($"{large.Name} is larger than {Limits.FileSize / 1024 / 1024} MB.");
        return new(files
            .DistinctBy(file => file.Number)
            .ToDictionary(file => file.Number, file => Ephemeral(uploads.Keep(file, channelId))));
    }

    /// <summary>A filled-in form in which ids stand for the numbers of the files.</summary>
    public JsonObject Named(JsonObject submitted)
    {
        var named = submitted.Copy();
        foreach (var upload in SubmittedModal.Inputs(named).Where(input => input.Whole("type") == FileUpload).ToList())
            upload["values"] = Json.ArrayOf(upload.Texts("values").Select(IdOf).ToList());
        return named;
    }

    /// <summary>Adds the attachments to what an interaction's data resolves.</summary>
    public void Resolve(JsonObject data)
    {
        if (attachments.Count == 0)
            return;
        var byId = new JsonObject();
        foreach (var attachment in attachments.Values)
            byId[attachment.Text("id")!] = attachment.DeepClone();
        var resolved = data.Object("resolved") ?? [];
        resolved["attachments"] = byId;
        data["resolved"] = resolved.Parent is null ? resolved : resolved.DeepClone();
    }

    string IdOf(string number) => Ids.GetValueOrDefault(number) ?? throw new UserErrorException($"The form has no file {number}.");

    static JsonObject Ephemeral(JsonObject attachment)
    {
        attachment["ephemeral"] = true;
        return attachment;
    }
}
