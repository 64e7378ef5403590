using System.Reflection;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Assembly = System.Reflection.Assembly;

namespace Shared.Architecture;

/// <summary>
/// The order in which namespaces may use each other. A type may use types of its own namespace and of earlier layers; the
/// namespaces of one layer are independent of each other.
/// </summary>
/// <param name="layers">From the lowest to the highest: <c>["App.Wire", "App.State"], ["App.Rules"], ["App"]</c>.</param>
sealed class LayerOrder(params IReadOnlyList<string[]> layers)
{
    /// <summary>
    /// Every use against the order, such as <c>App.Rules.Limit uses App.Api.Route</c>, and every type of the assemblies whose
    /// namespace is in no layer. Covers signatures, generics, attributes and method bodies, including lambdas and async methods.
    /// The compiler copies constants into the code that uses them, so their uses can't be seen.
    /// </summary>
    public IReadOnlyList<string> Violations(params Assembly[] assemblies)
    {
        var types = new ArchLoader().LoadAssemblies(assemblies).Build().Types
            .Where(type => assemblies.Any(assembly => assembly.FullName == type.Assembly.FullName)).ToList();
        var unknown = types.Select(Named)
            .Where(type => LayerOf(type) is null && !IsGenerated(type))
            .Select(type => $"{type.Name} is in no layer");
        var uses = types.SelectMany(Uses).Concat(assemblies.SelectMany(Catches));
        var wrong = uses.Where(use => !IsAllowed(use.User, use.Used)).Select(use => $"{use.User.Name} uses {use.Used.Name}");
        return [.. unknown.Concat(wrong).Distinct().Order(StringComparer.Ordinal)];
    }

    // Program.cs has no namespace, and what source generators add has one of its own.
    static bool IsGenerated(TypeName type) =>
        type.Namespace.Length == 0 || type.Namespace.Split('.')[0] is "System" or "Microsoft" or "Dapper";

    bool IsAllowed(TypeName user, TypeName used) =>
        LayerOf(user) is not { } from || LayerOf(used) is not { } to || to < from || user.Namespace == used.Namespace;

    int? LayerOf(TypeName type) =>
        layers.Index().Where(layer => layer.Item.Contains(type.Namespace)).Select(layer => (int?)layer.Index).FirstOrDefault();

    static IEnumerable<(TypeName User, TypeName Used)> Uses(IType type) => type.Dependencies
        .SelectMany(dependency => dependency.TargetGenericArguments.SelectMany(Arguments).Prepend(dependency.Target))
        .Select(used => (Named(type), Named(used)));

    static IEnumerable<IType> Arguments(GenericArgument argument) => argument.GenericArguments.SelectMany(Arguments).Prepend(argument.Type);

    // ArchUnitNET doesn't report the types of catch clauses.
    static IEnumerable<(TypeName User, TypeName Used)> Catches(Assembly assembly)
    {
        const BindingFlags all =
            BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;
        return from type in assembly.GetTypes()
               from method in type.GetMethods(all).Concat<MethodBase>(type.GetConstructors(all))
               from clause in method.GetMethodBody()?.ExceptionHandlingClauses ?? []
               where clause.Flags == ExceptionHandlingClauseOptions.Clause
               select (Named(type), Named(clause.CatchType!));
    }

    static TypeName Named(IType type) => new(type.Namespace?.FullName ?? "", Outermost(type.FullName));

    static TypeName Named(System.Type type) => new(type.Namespace ?? "", Outermost(type.FullName ?? type.Name));

    // Nested types, among them the compiler's closures and state machines, are reported as the type that contains them.
    static string Outermost(string name) => name.Split('+', '/', '`')[0];

    readonly record struct TypeName(string Namespace, string Name);
}
