using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using FlashSale.Dashboard;

namespace FlashSale.Tests.Dashboard;

/// <summary>An id is read and written in one form, wherever it stands.</summary>
public sealed class IdFormTests
{
    [Fact]
    public void Ids_are_written_as_they_name_themselves_and_read_back()
    {
        var order = new CheckoutId(new BuyerId(17), 3).Order(5);

        IsOneForm(new StoreId(0), "s0");
        IsOneForm(new SellerId(12), "p12");
        IsOneForm(new ListingId(int.MaxValue), "l2147483647");
        IsOneForm(new BuyerId(17), "b17");
        IsOneForm(order.Checkout, "b17-3");
        IsOneForm(order, "b17-3.5");
        IsOneForm(
            new CheckoutId(new BuyerId(int.MaxValue), CheckoutId.NumberMax).Order(Limits.LinesPerCartMax - 1),
            "b2147483647-16777215.119");
    }

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("S3")]
    [InlineData("s03")]
    [InlineData("s-3")]
    [InlineData("s3 ")]
    [InlineData("l3")]
    [InlineData("s2147483648")]
    [InlineData("s99999999999999999999")]
    public void What_is_no_store_is_not_read(string text) =>
        Assert.False(IdForms.Of<StoreId>().TryRead(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void Every_form_has_a_name_and_a_type_of_its_own_and_an_example_that_fits()
    {
        Assert.Equal(IdForms.All.Count, IdForms.All.Select(form => form.Name).Distinct().Count());
        Assert.Equal(IdForms.All.Count, IdForms.All.Select(form => form.Type).Distinct().Count());
        Assert.All(IdForms.All, form => Assert.Matches(new Regex(form.Pattern), form.Example));
    }

    [Fact]
    public void People_are_told_what_is_expected()
    {
        Assert.Equal("a store such as s3", IdForms.Of<StoreId>().Expected());
        Assert.Equal("an order such as \"b17-3.0\"", IdForms.Of<OrderId>().Expected("\""));
    }

    private static void IsOneForm<T>(T id, string text)
    {
        var form = IdForms.Of<T>();
        Span<byte> buffer = stackalloc byte[IdForm<T>.LengthMax];

        Assert.Equal(text, id!.ToString());
        Assert.Equal(text, Encoding.UTF8.GetString(buffer[..form.Write(id, buffer)]));
        Assert.True(form.TryRead(Encoding.UTF8.GetBytes(text), out var read));
        Assert.Equal(id, read);
        Assert.Matches(form.Pattern, text);
        var options = new JsonSerializerOptions { Converters = { new IdConverters() } };
        Assert.Equal($"\"{text}\"", JsonSerializer.Serialize(id, options));
        Assert.Equal(id, JsonSerializer.Deserialize<T>($"\"{text}\"", options));
    }
}
