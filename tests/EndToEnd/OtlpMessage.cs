using System.Buffers.Binary;
using System.Text;
using Shared;

namespace EndToEnd.Tests;

/// <summary>
/// The parts of OTLP's messages that tests look at, read from protobuf by their numbers.
/// See https://github.com/open-telemetry/opentelemetry-proto/blob/main/opentelemetry/proto/trace/v1/trace.proto.
/// </summary>
static class OtlpMessage
{
    /// <summary>Of an ExportTraceServiceRequest: resource_spans = 1, in it scope_spans = 2, in it spans = 2.</summary>
    public static IEnumerable<TraceSpan> Spans(byte[] request) =>
        Parts(request, 1).SelectMany(resource => Parts(resource, 2)).SelectMany(scope => Parts(scope, 2)).Select(Span);

    /// <summary>trace_id = 1, span_id = 2, parent_span_id = 4, name = 5, attributes = 9.</summary>
    static TraceSpan Span(byte[] span) => new(
        Convert.ToHexStringLower(Parts(span, 1).Single()),
        Convert.ToHexStringLower(Parts(span, 2).Single()),
        Parts(span, 4).SingleOrDefault() is { Length: > 0 } parent ? Convert.ToHexStringLower(parent) : null,
        Text(Parts(span, 5).Single()),
        Parts(span, 9).ToDictionary(one => Text(Parts(one, 1).Single()), one => Value(Parts(one, 2).Single())));

    /// <summary>string_value = 1, int_value = 3.</summary>
    static string Value(byte[] value)
    {
        var (number, text) = Fields(value).Single();
        return number == 1 ? Text(text) : $"{BinaryPrimitives.ReadInt64LittleEndian(text)}";
    }

    static string Text(byte[] text) => Encoding.UTF8.GetString(text);

    static IEnumerable<byte[]> Parts(byte[] message, int number) =>
        Fields(message).Where(field => field.Number == number).Select(field => field.Content);

    /// <summary>Numbers become eight bytes, the lowest first.</summary>
    static List<(int Number, byte[] Content)> Fields(byte[] message)
    {
        var (fields, position) = (new List<(int, byte[])>(), 0);
        while (position < message.Length)
        {
            var tag = Number(message, ref position);
            var length = (tag & 7) switch
            {
                0 => 0,
                1 => 8,
                2 => (int)Number(message, ref position),
                5 => 4,
                var type => throw new InvalidDataException($"There is no wire type {type}."),
            };
            var content = (tag & 7) == 0
                ? BitConverter.GetBytes(Number(message, ref position))
                : message[position..(position += length)];
            fields.Add(((int)(tag >> 3), content));
        }

        return fields;
    }

    static ulong Number(byte[] message, ref int position)
    {
        var (number, shift) = (0UL, 0);
        byte part;
        do
        {
            part = message[position++];
            number |= (ulong)(part & 0x7F) << shift;
            shift += 7;
        }
        while (part >= 0x80);
        return number;
    }
}
