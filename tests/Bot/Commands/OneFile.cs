using System.Net;
using System.Text;
using Bot.Commands.Interactions;
using Discord.Models;

namespace Bot.Tests.Commands;

/// <summary>What Discord has under every address: one file, which tests may change.</summary>
sealed class OneFile : HttpMessageHandler
{
    public byte[] Bytes { get; set; } = [];

    public string Text { set => Bytes = Encoding.UTF8.GetBytes(value); }

    public static Attachment Attached { get; } =
        new() { Id = new(9), Filename = "file.yaml", Size = 100, Url = new("https://cdn.example/file.yaml") };

    /// <summary>A form that asks for a file, with this one.</summary>
    public static CustomIdInteraction Submitted(Form form) => Newsroom.Interaction(form.Id.ToString()) with
    {
        Answers = new Dictionary<string, IReadOnlyList<string>> { ["file"] = ["9"] },
        Attachments = new Dictionary<Snowflake, Attachment> { [Attached.Id] = Attached },
    };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(Bytes) });
}
