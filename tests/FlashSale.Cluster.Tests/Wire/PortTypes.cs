using System.Reflection;

namespace FlashSale.Cluster.Tests;

/// <summary>The market's types that a message to or from the port can hold.</summary>
internal static class PortTypes
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Structs, records and enums of the market, by name.</summary>
    public static IReadOnlyList<Type> All { get; } = Reachable();

    private static List<Type> Reachable()
    {
        var found = new HashSet<Type>();
        var open = new Stack<Type>( // commands are sent as their bytes
            from method in typeof(IMarketReader).GetMethods()
            from type in method.GetParameters().Select(parameter => parameter.ParameterType)
                .Append(method.ReturnType)
            select type);
        open.Push(typeof(Answer));
        while (open.TryPop(out var type))
        {
            var isOurs = type.Assembly == typeof(IMarketplace).Assembly;
            // They are sent with contents, and as text.
            var isSentOtherwise = type == typeof(RequestId) || type == typeof(Policy)
                || type == typeof(ListingAttributes);
            if (!isSentOtherwise && (!isOurs || found.Add(type)))
            {
                Array.ForEach(isOurs ? PartsOf(type) : type.GetGenericArguments(), open.Push);
            }
        }

        return [.. found.OrderBy(type => type.Name, StringComparer.Ordinal)];
    }

    private static Type[] PartsOf(Type type) =>
        type.IsEnum ? [] : [.. type.GetFields(Fields).Select(field => field.FieldType)];
}
