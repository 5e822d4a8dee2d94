using System.Runtime.InteropServices;

namespace FlashSale.Engine;

/// <summary>The carts of all buyers (rule CRT-1).</summary>
internal sealed class CartBook(MarketSize size) : IBook
{
    private readonly Table<CartPlace> _places = new(size.BuyersMax);
    private readonly BlockArena<CartLine> _lines = new();

    /// <inheritdoc/>
    public IEnumerable<(string Part, long Bytes)> Bytes => [("carts", _places.Bytes + _lines.Bytes)];

    /// <summary>The lines of a buyer's cart, until the next change.</summary>
    public Span<CartLine> Lines(BuyerId buyer)
    {
        if (buyer.Value < 0 || buyer.Value >= _places.Count)
        {
            return [];
        }

        ref var place = ref _places[buyer.Value];
        return _lines.Rows(place.Block, place.Count);
    }

    /// <summary>Puts a line into the cart in the place of the listing's line, if it has one.</summary>
    public void Put(BuyerId buyer, CartLine line)
    {
        var lines = Lines(buyer);
        var at = Cart.Find(lines, line.Listing);
        if (at >= 0)
        {
            lines[at] = line;
            return;
        }

        _places.Reach(buyer.Value);
        Append(ref _places[buyer.Value], line);
    }

    /// <summary>Takes a listing's line out of the cart, if it is there.</summary>
    public void Remove(BuyerId buyer, ListingId listing)
    {
        var lines = Lines(buyer);
        var at = Cart.Find(lines, listing);
        if (at < 0)
        {
            return;
        }

        ref var place = ref _places[buyer.Value];
        place.Count = Cart.RemoveAt(lines, at);
        if (place.Count == 0)
        {
            _lines.Free(place.Block, place.Capacity);
            place = default;
        }
    }

    public void Save(StateWriter writer)
    {
        writer.WriteMark("cart");
        _places.Save(writer);
        _lines.Save(writer);
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("cart");
        _places.Load(reader);
        _lines.Load(reader);
    }

    private void Append(ref CartPlace place, CartLine line)
    {
        if (place.Count == place.Capacity)
        {
            var wider = _lines.Take(place.Count + 1);
            if (place.Count > 0)
            {
                _lines.Rows(place.Block, place.Count).CopyTo(_lines.Rows(wider, place.Count));
                _lines.Free(place.Block, place.Capacity);
            }

            place.Block = wider;
            place.Capacity = BlockArena<CartLine>.Capacity(place.Count + 1);
        }

        place.Count++;
        _lines.Rows(place.Block, place.Count)[^1] = line;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct CartPlace
    {
        public int Block;
        public int Count;
        public int Capacity;
    }
}
