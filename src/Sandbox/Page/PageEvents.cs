using System.Text.Json.Nodes;
using System.Threading.Channels;
using Sandbox.Wire;

namespace Sandbox.Page;

/// <summary>Tells the open pages what happened, each only what its user may see.</summary>
sealed class PageEvents
{
    readonly Dictionary<ChannelWriter<string>, string> listeners = [];

    public ChannelReader<string> Listen(string user, out Action stop)
    {
        var events = Channel.CreateUnbounded<string>();
        lock (listeners)
            listeners[events.Writer] = user;
        stop = () =>
        {
            lock (listeners)
                listeners.Remove(events.Writer);
        };
        return events.Reader;
    }

    public void Publish(string name, JsonNode data, Func<string, bool> sees) => Publish(name, () => data, sees);

    /// <param name="name">The event's name.</param>
    /// <param name="data">What it says; asked for only when somebody listens.</param>
    /// <param name="sees">Whether a user may hear of it.</param>
    public void Publish(string name, Func<JsonNode> data, Func<string, bool> sees)
    {
        lock (listeners)
        {
            if (listeners.Count == 0)
                return;
            var text = Format(name, data());
            foreach (var (listener, user) in listeners)
            {
                if (sees(user))
                    listener.TryWrite(text);
            }
        }
    }

    /// <summary>One event of https://html.spec.whatwg.org/multipage/server-sent-events.html; JSON never spans lines.</summary>
    public static string Format(string name, JsonNode data) => $"event: {name}\ndata: {Json.Text(data)}\n\n";
}
