using System.Collections;

namespace Desk.Channels;

/// <summary>A list that equals another with the same items in the same order, so that records with lists compare by value.</summary>
sealed class ListByValue<T>(T[] items) : IReadOnlyList<T>
{
    public static ListByValue<T> None { get; } = new([]);

    public static ListByValue<T> Of(IReadOnlyList<T> items) => items as ListByValue<T> ?? (items.Count == 0 ? None : new([.. items]));

    public int Count => items.Length;

    public T this[int index] => items[index];

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override bool Equals(object? other) => other is ListByValue<T> list && this.SequenceEqual(list);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in items)
            hash.Add(item);
        return hash.ToHashCode();
    }
}
