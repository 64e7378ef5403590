namespace Discord;

/// <summary>The part of a route that is a secret: it goes into the address and is printed as an ellipsis.</summary>
readonly record struct InteractionToken(string Value)
{
    public override string ToString() => "…";
}
