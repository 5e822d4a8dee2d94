using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// The texts under which listings of a season are screened, what is true of them, and what became of each;
/// each is counted once (rule LST-2; MODELS M2).
/// </summary>
internal sealed class ScreenedListings(SeasonRun run, HiddenTruth truth, SignBook signs)
{
    private const int NumberBits = 16; // texts of one listing

    private readonly Table<ScreenedText> _texts = new(int.MaxValue);

    /// <summary>Listings so far, published or not.</summary>
    public int Count => _texts.Count;

    /// <summary>The text of a listing.</summary>
    public ref ScreenedText this[int listing] => ref _texts[listing];

    /// <summary>Whether the simulator knows what a listing sells by now.</summary>
    public bool IsSupplied(int listing) => listing < truth.Count;

    /// <summary>Whether nobody may sell a listing's goods as they are: truth.</summary>
    public bool IsBad(int listing) => truth.IsFake(listing) || _texts[listing].IsRestricted != 0;

    /// <summary>Whether it sells fakes: truth.</summary>
    public bool IsFake(int listing) => truth.IsFake(listing);

    /// <summary>What the seller of a listing is like: truth.</summary>
    public SellerType SellerOf(int listing) =>
        run.Stores.OwnerAt(run.Stores[run.World.StoreOf(listing)].Owner).Type;

    /// <summary>A uniform draw of a listing's text.</summary>
    public double UnitOf(int listing, ushort stream, uint counter = 0) => Draws.ToUnit(Draws.At(
        run.World.Seed, ((long)listing << NumberBits) | (uint)_texts[listing].Number, stream, counter));

    /// <summary>A listing is published.</summary>
    public void Publish(int listing, bool isRestricted)
    {
        _texts.Reach(listing);
        _texts[listing] = new ScreenedText { Number = 1, IsRestricted = isRestricted ? 1 : 0 };
    }

    /// <summary>A listing gets another text and other pictures.</summary>
    public void Change(int listing)
    {
        var (number, isRestricted) = (_texts[listing].Number, _texts[listing].IsRestricted);
        _texts[listing] = new ScreenedText
        {
            Number = number + 1,
            IsRestricted = isRestricted,
            OrdersBefore = signs.OrdersOf(listing),
        };
    }

    /// <summary>A listing is sold.</summary>
    public void ComeOnSale(int listing) =>
        run.Recorder.Count(ScreeningMeasures.BadPublished, IsBad(listing) ? 1 : 0);

    /// <summary>A listing is refused.</summary>
    /// <param name="listing">The listing.</param>
    /// <param name="by">Who has refused it.</param>
    public void Refuse(int listing, SeasonMeasure by)
    {
        if (_texts[listing].IsStopped != 0)
        {
            return;
        }

        run.Recorder.Count(by);
        run.Recorder.Count(ScreeningMeasures.Stopped);
        run.Recorder.Count(ScreeningMeasures.StoppedUnsold, IsUnsold(listing) ? 1 : 0);
        run.Recorder.Count(ScreeningMeasures.HonestRefused, IsBad(listing) ? 0 : 1);
        Stop(listing);
    }

    /// <summary>A warned seller has given a listing up.</summary>
    public void GiveUp(int listing)
    {
        if (_texts[listing].IsStopped == 0)
        {
            run.Recorder.Count(SellerOf(listing) switch
            {
                SellerType.Honest => ScreeningMeasures.GivenUpHonest,
                SellerType.Careless => ScreeningMeasures.GivenUpCareless,
                _ => ScreeningMeasures.GivenUpCheats,
            });
            Stop(listing);
        }
    }

    public void Save(StateWriter writer) => _texts.Save(writer);

    public void Load(StateReader reader) => _texts.Load(reader);

    // Under this text: whatever was sold under another one, this one is new to buyers.
    private bool IsUnsold(int listing) => signs.OrdersOf(listing) <= _texts[listing].OrdersBefore;

    private void Stop(int listing)
    {
        _texts[listing].IsStopped = 1;
        var isBad = IsBad(listing);
        run.Recorder.Count(ScreeningMeasures.BadStopped, isBad ? 1 : 0);
        run.Recorder.Count(ScreeningMeasures.BadStoppedUnsold, isBad && IsUnsold(listing) ? 1 : 0);
    }
}
