using System.Reflection;
using System.Runtime.CompilerServices;
using FlashSale.Engine;

namespace FlashSale.Tests.Engine;

// Snapshots and state hashes are made of the bytes of rows. Padding is no state: it may hold anything, and
// then equal markets have unequal hashes.
public sealed class RowTests
{
    private const BindingFlags Fields =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic
        | BindingFlags.DeclaredOnly;

    private static readonly Type[] Containers = [typeof(Table<>), typeof(BlockArena<>), typeof(ChunkQueue<>)];

    // Rows that are written as spans or one by one, and whose sizes count because there are millions of them.
    [Theory]
    [InlineData(typeof(Stock), 12)]
    [InlineData(typeof(Listing), 52)]
    [InlineData(typeof(ListingStock), 40)]
    [InlineData(typeof(CartLine), 16)]
    [InlineData(typeof(OrderLine), 24)]
    [InlineData(typeof(Order), 120)]
    [InlineData(typeof(OrderEscrow), 24)]
    [InlineData(typeof(EndedOrder), 88)]
    [InlineData(typeof(EndedLine), 8)]
    [InlineData(typeof(FlashSale.Engine.Verdict), 40)]
    [InlineData(typeof(Account), 8)]
    [InlineData(typeof(MovementTotal), 16)]
    [InlineData(typeof(Coupon), 16)]
    [InlineData(typeof(Credit), 16)]
    [InlineData(typeof(Store), 32)]
    [InlineData(typeof(TokenRate), 32)]
    [InlineData(typeof(Case), 100)]
    [InlineData(typeof(Complaint), 48)]
    [InlineData(typeof(CaseAct), 44)]
    [InlineData(typeof(StoreHold), 8)]
    public void A_row_is_as_large_as_its_fields(Type row, int bytes)
    {
        Assert.Equal(bytes, SizeOf(row));
        Assert.Equal(bytes, SumOfFields(row));
    }

    [Fact]
    public void Every_row_that_a_table_an_arena_or_a_queue_keeps_is_as_large_as_its_fields()
    {
        var rows = RowsKept();

        Assert.True(rows.Count >= 12, $"only {rows.Count} kinds of rows found");
        Assert.All(rows, row => Assert.Equal((row, SizeOf(row)), (row, SumOfFields(row))));
    }

    [Fact]
    public void Every_row_of_a_hash_index_is_as_large_as_its_fields()
    {
        var slot = typeof(LongIndex).GetNestedType("Slot", BindingFlags.NonPublic)!;

        Assert.Equal(12, SizeOf(slot));
        Assert.Equal(12, SumOfFields(slot));
    }

    private static List<Type> RowsKept()
    {
        var kept = from type in typeof(Table<>).Assembly.GetTypes()
                   from field in type.GetFields(Fields)
                   from row in RowsOf(field.FieldType)
                   select row;
        return [.. kept.Distinct().OrderBy(row => row.FullName, StringComparer.Ordinal)];
    }

    private static IEnumerable<Type> RowsOf(Type type) =>
        !type.IsGenericType ? []
        : Containers.Contains(type.GetGenericTypeDefinition())
            ? type.GetGenericArguments().Where(row => !row.IsGenericParameter)
        : type.GetGenericArguments().SelectMany(RowsOf);

    private static int SumOfFields(Type type) => type.IsPrimitive || type.IsEnum
        ? SizeOf(type)
        : (type.GetCustomAttribute<InlineArrayAttribute>()?.Length ?? 1) * type.GetFields(Fields)
            .Where(field => !field.IsStatic).Sum(field => SumOfFields(field.FieldType));

    private static int SizeOf(Type type) => (int)typeof(RowTests)
        .GetMethod(nameof(SizeOfRow), BindingFlags.Static | BindingFlags.NonPublic)!
        .MakeGenericMethod(type).Invoke(null, null)!;

    private static int SizeOfRow<T>() => Unsafe.SizeOf<T>();
}
