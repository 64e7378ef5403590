using LocalDiscord.Tests.Architecture.Samples.Low;

namespace LocalDiscord.Tests.Architecture.Samples.High;

/// <summary>Uses a type of a lower layer in every way that the language has.</summary>
[OnType]
#pragma warning disable CS0649, CS0169, IDE0044, IDE0051, IDE0052, IDE0060, CA1822, CA1823
sealed class User<T> : Base where T : IConstraint
{
    readonly Field? field;
    readonly List<GenericArgument>? list;
    readonly Dictionary<string, IReadOnlyList<NestedGenericArgument>>? nested;
    readonly (int, InTuple)? tuple;
    readonly InArray[]? array;

    object InBody => new InPropertyBody();

    [OnMethod]
    Return? Method(Parameter parameter)
    {
        object local = new Local();
        try
        {
            return Called.Call() && typeof(TypeOf) == local.GetType() ? null : (Return?)(object?)Called.Generic<MethodGeneric>();
        }
        catch (Caught)
        {
            return null;
        }
    }

    Func<object> Lambda() => () => new InLambda();

    Func<object> CapturingLambda(int captured) => () => captured > 0 ? new InCapturingLambda() : this;

    async Task<int> Async()
    {
        await Task.Yield();
        return new InAsync().GetHashCode();
    }

    Func<Task<int>> AsyncLambda(int captured) => async () =>
    {
        await Task.Delay(captured);
        return new InAsyncLambda().GetHashCode();
    };

    IEnumerable<object> Iterator()
    {
        yield return new InIterator();
    }

    object LocalFunction(int captured)
    {
        return Create();

        object Create() => captured > 0 ? new InLocalFunction() : this;
    }

    sealed class Nested
    {
        readonly InNested? field;
    }
}
