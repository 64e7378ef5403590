namespace LocalDiscord.Tests.Architecture.Samples.Low;

abstract class Base;

sealed class Field;

sealed class GenericArgument;

sealed class NestedGenericArgument;

sealed class Parameter;

sealed class Return;

sealed class Local;

sealed class Caught : Exception;

sealed class TypeOf;

static class Called
{
    public static bool Call() => true;

    public static T Generic<T>() where T : class => null!;
}

sealed class MethodGeneric;

sealed class InLambda;

sealed class InCapturingLambda;

sealed class InAsync;

sealed class InAsyncLambda;

sealed class InIterator;

sealed class InLocalFunction;

sealed class InNested;

sealed class InPropertyBody;

sealed class InTuple;

sealed class InArray;

interface IConstraint;

[AttributeUsage(AttributeTargets.All)]
sealed class OnTypeAttribute : Attribute;

[AttributeUsage(AttributeTargets.All)]
sealed class OnMethodAttribute : Attribute;
