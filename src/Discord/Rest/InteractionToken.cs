namespace Discord.Rest;

/// <summary>A secret in a route: part of the address, but printed as an ellipsis.</summary>
readonly record struct InteractionToken(string Value)
{
    public override string ToString() => "…";
}
