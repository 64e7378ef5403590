using System.Text.Json.Nodes;
using System.Threading.Channels;
using LocalDiscord.Guilds;
using LocalDiscord.Wire;

namespace LocalDiscord.Page;

/// <summary>Passes events on to the open pages, each of which gets only what its user may see.</summary>
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

    public void Publish(UserEvent @event)
    {
        lock (listeners)
        {
            foreach (var (listener, user) in listeners)
            {
                if (@event.IsVisibleTo(user))
                    listener.TryWrite(Format(@event.Name, @event.Data(user)));
            }
        }
    }

    /// <summary>One event of https://html.spec.whatwg.org/multipage/server-sent-events.html; the JSON has no line breaks.</summary>
    public static string Format(string name, JsonNode data) => $"event: {name}\ndata: {Json.Text(data)}\n\n";
}
