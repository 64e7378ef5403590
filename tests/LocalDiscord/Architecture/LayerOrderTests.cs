using Shared.Architecture;

namespace LocalDiscord.Tests.Architecture;

public sealed class LayerOrderTests
{
    const string Samples = "LocalDiscord.Tests.Architecture.Samples";

    /// <summary>Each is used by <c>User</c> in the way that its name says.</summary>
    static readonly string[] Targets =
    [
        "Base", "Called", "Caught", "Field", "GenericArgument", "IConstraint", "InArray", "InAsync", "InAsyncLambda", "InCapturingLambda",
        "InIterator", "InLambda", "InLocalFunction", "InNested", "InPropertyBody", "InTuple", "Local", "MethodGeneric",
        "NestedGenericArgument", "OnMethodAttribute", "OnTypeAttribute", "Parameter", "Return", "TypeOf",
    ];

    [Fact]
    public void Uses_in_the_right_direction_are_no_violations() =>
        Assert.Empty(SampleViolations(new LayerOrder([Samples + ".Low"], [Samples + ".High"])));

    [Fact]
    public void Every_kind_of_use_in_the_wrong_direction_is_named() => Assert.Equal(
        Targets.Select(target => $"{Samples}.High.User uses {Samples}.Low.{target}"),
        SampleViolations(new LayerOrder([Samples + ".High"], [Samples + ".Low"])));

    [Fact]
    public void Namespaces_of_one_layer_are_independent() =>
        Assert.Equal(Targets.Length, SampleViolations(new LayerOrder([Samples + ".Low", Samples + ".High"])).Count);

    [Fact]
    public void Type_outside_of_all_layers_is_named() => Assert.Contains(
        $"{Samples}.High.User is in no layer", SampleViolations(new LayerOrder([Samples + ".Low"])));

    static List<string> SampleViolations(LayerOrder order) =>
        [.. order.Violations(typeof(LayerOrderTests).Assembly).Where(violation => violation.StartsWith(Samples, StringComparison.Ordinal))];
}
