using System.Reflection;
using System.Runtime.CompilerServices;

namespace FlashSale.Tests;

public sealed class RowTests
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    // A state's hash and its snapshot are made of the bytes of its rows, and padding is no state.
    [Theory]
    [InlineData(typeof(Store), 32)]
    [InlineData(typeof(Credit), 16)]
    [InlineData(typeof(OrderCredits), 2)]
    [InlineData(typeof(Rating), 5)]
    [InlineData(typeof(RatingDay), 24)]
    [InlineData(typeof(RatingSums), 40)]
    [InlineData(typeof(PairCredit), 12)]
    [InlineData(typeof(ListingCredit), 16)]
    [InlineData(typeof(StoreHandling), 16)]
    [InlineData(typeof(CourierRegion), 56)]
    [InlineData(typeof(TokenRate), 32)]
    [InlineData(typeof(Certification), 48)]
    public void A_row_has_neither_references_nor_padding(Type row, int bytes)
    {
        Assert.Equal(bytes, BytesOf(row));
        Assert.Equal(bytes, BytesInArray(row));
    }

    private static int BytesOf(Type type)
    {
        Assert.True(type.IsValueType, $"{type} is a reference");
        return type.IsPrimitive || type.IsEnum
            ? BytesInArray(type)
            : type.GetFields(Fields).Sum(field => BytesOf(field.FieldType));
    }

    private static int BytesInArray(Type type) => (int)typeof(RowTests)
        .GetMethod(nameof(SizeOf), BindingFlags.Static | BindingFlags.NonPublic)!
        .MakeGenericMethod(type).Invoke(null, null)!;

    private static int SizeOf<T>() => Unsafe.SizeOf<T>();
}
