using System.Text;

namespace FlashSale.Engine;

/// <summary>Writes commands as journal records into whatever collects them.</summary>
/// <remarks>
/// Texts and lines longer than the rules allow are cut, not lost: the market refuses them all the same.
/// </remarks>
internal sealed class CommandWriter(Action<ReadOnlySpan<byte>> collect) : ICommandLog
{
    private const int LinesMax = Limits.LinesPerCartMax + 1;
    private const int TextMax = SwitchBoard.WhyLengthMax + 1;

    private readonly byte[] _scratch = new byte[CommandPacker.BytesMax];

    public void Begin(Policy policy) => Write(CommandKind.Genesis, policy);

    public void ChangePolicy(Policy policy) => Write(CommandKind.ChangePolicy, policy);

    public void AdvanceTo(DateTimeOffset now)
    {
        var packer = new CommandPacker(_scratch, CommandKind.AdvanceTo);
        packer.Put(now);
        collect(packer.Packed);
    }

    public void OpenStore(in StoreApplication application)
    {
        var packer = new CommandPacker(_scratch, CommandKind.OpenStore);
        packer.Put(application.Id.Value);
        packer.Put(application.Owner.Value);
        packer.Put((byte)application.Market);
        packer.Put((byte)application.Tier);
        packer.Put(application.Deposit);
        packer.PutText(Cut(application.Name));
        collect(packer.Packed);
    }

    public void StepStore(StoreId id, StoreStep step)
    {
        var packer = new CommandPacker(_scratch, CommandKind.StepStore);
        packer.Put(id.Value);
        packer.Put((byte)step);
        collect(packer.Packed);
    }

    public void SetCoupon(StoreId id, Coupon coupon)
    {
        var packer = new CommandPacker(_scratch, CommandKind.SetCoupon);
        packer.Put(id.Value);
        packer.Put(coupon.Off);
        packer.Put(coupon.From);
        collect(packer.Packed);
    }

    public void Publish(ListingId id, ListingTerms terms)
    {
        var packer = new CommandPacker(_scratch, CommandKind.Publish);
        packer.Put(id.Value);
        packer.Put(terms.Store.Value);
        packer.Put(terms.Category.Value);
        packer.Put(terms.Brand);
        packer.Put(terms.Price);
        packer.Put(terms.UnitsPerBuyer);
        packer.Put((byte)terms.Hold);
        packer.Put(terms.Stock);
        packer.Put(terms.Buckets);
        packer.Put((byte)(terms.Festival is null ? 0 : 1));
        packer.Put(terms.Festival?.Price ?? Money.Zero);
        packer.Put(terms.Festival?.From ?? default);
        packer.Put(terms.Festival?.Until ?? default);
        packer.Put((byte)(terms.Presale is null ? 0 : 1));
        packer.Put(terms.Presale?.Deposit ?? Money.Zero);
        packer.Put(terms.Presale?.BalanceFrom ?? default);
        packer.Put(terms.Presale?.BalanceUntil ?? default);
        packer.PutText(Cut(terms.Title));
        collect(packer.Packed);
    }

    public void Reprice(ListingId id, Money price)
    {
        var packer = new CommandPacker(_scratch, CommandKind.Reprice);
        packer.Put(id.Value);
        packer.Put(price);
        collect(packer.Packed);
    }

    public void Restock(ListingId id, int unitsInTotal) => Write(CommandKind.Restock, id.Value, unitsInTotal);

    public void Withdraw(ListingId id) => Write(CommandKind.Withdraw, id.Value, 0);

    public void PutInCart(BuyerId buyer, in CartLine line)
    {
        var packer = new CommandPacker(_scratch, CommandKind.PutInCart);
        packer.Put(buyer.Value);
        packer.Put(line);
        collect(packer.Packed);
    }

    public void RemoveFromCart(BuyerId buyer, ListingId listing) =>
        Write(CommandKind.RemoveFromCart, buyer.Value, listing.Value);

    public void Checkout(CheckoutId id, ReadOnlySpan<CartLine> lines)
    {
        var kept = lines[..Math.Min(lines.Length, LinesMax)];
        var packer = new CommandPacker(_scratch, CommandKind.Checkout);
        packer.Put(id.Packed);
        packer.Put((byte)kept.Length);
        foreach (ref readonly var line in kept)
        {
            packer.Put(line);
        }

        collect(packer.Packed);
    }

    public void Pay(CheckoutId id, PaymentChannel channel) =>
        Write(CommandKind.Pay, id.Packed, (byte)channel);

    public void PayBalance(CheckoutId id, PaymentChannel channel) =>
        Write(CommandKind.PayBalance, id.Packed, (byte)channel);

    public void StepOrder(OrderId id, OrderStep step) => Write(CommandKind.StepOrder, id.Packed, (byte)step);

    public void Refund(OrderId id, int line, int unitsInTotal)
    {
        var packer = new CommandPacker(_scratch, CommandKind.Refund);
        packer.Put(id.Packed);
        packer.Put(line);
        packer.Put(unitsInTotal);
        collect(packer.Packed);
    }

    public void OpenDispute(OrderId id) => Write(CommandKind.OpenDispute, id.Packed, 0);

    public void ResolveDispute(OrderId id, bool forBuyer) =>
        Write(CommandKind.ResolveDispute, id.Packed, (byte)(forBuyer ? 1 : 0));

    public void Rate(OrderId id, in Rating rating)
    {
        var packer = new CommandPacker(_scratch, CommandKind.Rate);
        packer.Put(id.Packed);
        packer.Put((byte)rating.Credit);
        packer.Put(rating.AsDescribed);
        packer.Put(rating.Service);
        packer.Put(rating.DispatchSpeed);
        packer.Put(rating.DeliverySpeed);
        collect(packer.Packed);
    }

    public void RateBuyer(OrderId id, CreditRating verdict) =>
        Write(CommandKind.RateBuyer, id.Packed, (byte)verdict);

    public void Move(in Transfer transfer)
    {
        var packer = new CommandPacker(_scratch, CommandKind.Move);
        packer.Put(transfer.Id);
        packer.Put((byte)transfer.Kind);
        packer.Put(transfer.Store.Value);
        packer.Put(transfer.Buyer.Value);
        packer.Put(transfer.Amount);
        collect(packer.Packed);
    }

    public void Flip(in SwitchCommand command)
    {
        var packer = new CommandPacker(_scratch, CommandKind.Flip);
        packer.Put((byte)command.Switch);
        packer.Put((byte)(command.On ? 1 : 0));
        packer.Put(command.Until);
        packer.PutText(Cut(command.Who));
        packer.PutText(Cut(command.Why));
        collect(packer.Packed);
    }

    private static string Cut(string text) => text.Length <= TextMax ? text : text[..TextMax];

    private void Write(CommandKind kind, Policy policy)
    {
        var text = PolicyText.Write(policy); // may be longer than any other command
        var bytes = new byte[1 + Encoding.UTF8.GetByteCount(text)];
        bytes[0] = (byte)kind;
        Encoding.UTF8.GetBytes(text, bytes.AsSpan(1));
        collect(bytes);
    }

    private void Write(CommandKind kind, long id, byte what)
    {
        var packer = new CommandPacker(_scratch, kind);
        packer.Put(id);
        packer.Put(what);
        collect(packer.Packed);
    }

    private void Write(CommandKind kind, int one, int other)
    {
        var packer = new CommandPacker(_scratch, kind);
        packer.Put(one);
        packer.Put(other);
        collect(packer.Packed);
    }
}
