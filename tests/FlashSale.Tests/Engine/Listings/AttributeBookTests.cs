using FlashSale.Engine;

namespace FlashSale.Tests.Engine;

[Trait("engine", "LST-1")]
public sealed class AttributeBookTests
{
    private static readonly ListingAttributes Red = ListingAttributes.Parse("colour:red")!.Value;

    [Fact]
    public void What_a_snapshot_keeps_of_attributes_is_read_again()
    {
        var book = new AttributeBook();
        book.Note(new ListingId(7), Red);
        book.Note(new ListingId(8), default);

        var again = Loaded(book.Save);

        Assert.Equal(Red, again.Of(new ListingId(7)));
        Assert.True(again.Of(new ListingId(8)).IsNone);
    }

    [Fact]
    public void Damaged_attributes_of_a_snapshot_are_refused_with_their_listing()
    {
        var refusal = Assert.Throws<InvalidDataException>(() => Loaded(writer =>
        {
            writer.WriteMark("attr");
            writer.Write(1);
            writer.Write(7);
            writer.WriteText("colour=red");
        }));

        Assert.StartsWith("Listing 7 of a snapshot: «colour=red»", refusal.Message, StringComparison.Ordinal);
    }

    private static AttributeBook Loaded(Action<StateWriter> save)
    {
        using var stream = new MemoryStream();
        save(new StateWriter(stream));
        stream.Position = 0;
        var book = new AttributeBook();
        book.Load(new StateReader(stream));
        return book;
    }
}
