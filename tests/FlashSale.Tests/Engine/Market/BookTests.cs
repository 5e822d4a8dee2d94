using System.Reflection;
using FlashSale.Engine;

namespace FlashSale.Tests.Engine;

/// <summary>What goes over all tables of a market goes over every one of them.</summary>
public sealed class BookTests
{
    [Fact]
    public void Every_book_of_the_market_is_in_its_list_once()
    {
        var state = Fixtures.Market().State;

        var fields = typeof(MarketState)
            .GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
            .Where(field => typeof(IBook).IsAssignableFrom(field.FieldType))
            .Select(field => (IBook)field.GetValue(state)!);

        Assert.Equal(fields.Select(book => book.GetType().Name).Order(),
            state.Books.Select(book => book.GetType().Name).Order());
    }

    [Fact]
    public void The_bytes_of_every_part_have_a_name_of_their_own()
    {
        var memory = Fixtures.Market().View.Memory;

        Assert.True(memory["stores"] > 0 && memory["listings"] > 0);
        Assert.Equal(0, memory["ended-orders"]);
    }

    [Fact]
    public void A_deadline_that_belongs_to_no_book_is_a_bug()
    {
        var market = Fixtures.Market();
        market.State.Deadlines.Add((Due)99, market.Now.AddDays(1), subject: 0);

        Assert.ThrowsAny<Exception>(() => market.AdvanceTo(market.Now.AddDays(2)));
    }
}
