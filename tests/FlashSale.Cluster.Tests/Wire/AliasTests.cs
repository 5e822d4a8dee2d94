using System.Reflection;

namespace FlashSale.Cluster.Tests;

public sealed class AliasTests
{
    private const BindingFlags Members =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Assembly[] Ours = [typeof(ICartGrain).Assembly, typeof(IRowStore).Assembly];

    private static IEnumerable<Type> Types => Ours.SelectMany(assembly => assembly.GetTypes())
        .Where(type => type.Namespace?.StartsWith("FlashSale", StringComparison.Ordinal) == true);

    private static IEnumerable<Type> Messages =>
        Types.Where(type => type.IsDefined(typeof(GenerateSerializerAttribute)));

    [Fact]
    public void No_two_types_have_the_same_alias()
    {
        var aliases = Types.Select(type => type.GetCustomAttribute<AliasAttribute>()?.Alias).OfType<string>()
            .Concat(WireFormat.Manifest.WellKnownTypeAliases
                .Where(alias => alias.Value.Assembly == typeof(IMarketplace).Assembly)
                .Select(alias => alias.Key));

        Assert.All(aliases.GroupBy(alias => alias), same => Assert.Single(same));
    }

    [Fact]
    public void Every_message_and_every_row_has_an_alias() => Assert.DoesNotContain(
        Messages, type => type.GetCustomAttribute<AliasAttribute>() is null);

    [Fact]
    public void No_two_members_of_a_message_have_the_same_id() => Assert.All(Messages, message =>
    {
        var ids = message.GetMembers(Members).Select(member => member.GetCustomAttribute<IdAttribute>()?.Id)
            .OfType<uint>().ToList();
        Assert.True(ids.Count == ids.Distinct().Count(), $"{message.Name} uses an id twice");
    });

    [Fact]
    public void Every_field_of_a_surrogate_has_an_id() => Assert.All(
        Types.Where(type => type.Name.EndsWith("Surrogate", StringComparison.Ordinal)),
        surrogate => Assert.All(
            surrogate.GetProperties(Members),
            field => Assert.True(
                field.IsDefined(typeof(IdAttribute)), $"{surrogate.Name}.{field.Name} is not sent")));
}
