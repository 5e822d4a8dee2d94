using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// Screening of a season: what is published or changed is scored, sellers who are warned answer, reviewers
/// take the rest, brands join, and sellers change their texts, most of all before festivals (rule LST-2;
/// MODELS M2).
/// </summary>
internal sealed class ScreeningDesk : ISeasonPart
{
    private const int HoursPerDay = 24;
    private const long HourMs = 3_600_000;
    private const int DayBits = 12;
    private const uint AnswerCounter = 1;
    private const uint MomentCounter = 2;

    private readonly SeasonRun _run;
    private readonly ScreeningHabits _habits;
    private readonly ListingClassifier _classifier;
    private int _brandsKnown; // of each category

    public ScreeningDesk(SeasonRun run, ScreeningHabits habits, CounterfeitModel fakes)
    {
        (_run, _habits) = (run, habits);
        Listings = new ScreenedListings(run, fakes.Truth, fakes.Signs);
        _classifier = new ListingClassifier(run, habits, Listings);
        Reviewers = new ListingReviewers(run, habits, Listings);
        run.Screening = this;
    }

    /// <summary>The texts.</summary>
    public ScreenedListings Listings { get; }

    /// <summary>Who reviews.</summary>
    public ListingReviewers Reviewers { get; }

    /// <summary>How a signature of the platform's reads.</summary>
    public static Signature Sign(string why) => new("screening", why);

    /// <summary>The brand of a listing's goods.</summary>
    public int BrandOf(int listing, int category)
    {
        var unit = Draws.ToUnit(Draws.At(_run.World.Seed, listing, Streams.SeasonBrand, 0));
        return BrandNumber(category, (int)(unit * KnownBrandHabits.PerCategory));
    }

    /// <summary>A store has published a listing.</summary>
    public void Published(int listing)
    {
        const uint restrictedCounter = 1;
        var unit = Draws.ToUnit(Draws.At(_run.World.Seed, listing, Streams.SeasonBrand, restrictedCounter));
        Listings.Publish(listing, unit < _habits.Restricted.ShareOn((int)(_run.NowMs / SeasonDay.Ms)));
        if (Listings.IsSupplied(listing))
        {
            Look(listing);
        }
        else
        {
            _run.Plan(_run.NowMs + 1, EventKind.Screen, listing, 0); // once a new store has its goods
        }
    }

    /// <summary>A store has changed the price of a listing: the same text is scored again.</summary>
    public void Repriced(int listing)
    {
        if (IsPublished(listing) && Listings[listing].IsScored != 0)
        {
            Look(listing);
        }
    }

    /// <summary>A store sells other goods under a listing, which show other text and pictures.</summary>
    public void GoodsChanged(int listing)
    {
        if (IsPublished(listing) && Listings[listing].IsScored != 0 && MayChange(listing))
        {
            Change(listing);
        }
    }

    /// <summary>Something happens that was planned before.</summary>
    public void Happen(in AgendaEvent next)
    {
        switch ((EventKind)next.Kind)
        {
            case EventKind.Review:
                Reviewers.Work();
                break;
            case EventKind.AnswerWarning:
                Answer(next.Entity, (int)next.Extra);
                break;
            default:
                Happen(next.Entity, isNewText: next.Extra != 0);
                break;
        }
    }

    /// <inheritdoc/>
    public void Begin(in SeasonDay day)
    {
        Join(day.Number);
        for (var hour = 1; hour <= HoursPerDay; hour++)
        {
            _run.Plan(day.StartsMs + (hour * HourMs) - 1, EventKind.Review, 0, 0);
        }

        PlanChanges(day);
        _run.Recorder.Count(ScreeningMeasures.Waiting, Reviewers.Count);
        _run.Recorder.Count(ScreeningMeasures.Brands, _brandsKnown * _run.World.Categories.Count);
    }

    public void Save(StateWriter writer)
    {
        writer.WriteMark("scrn");
        writer.Write(_brandsKnown);
        Listings.Save(writer);
        Reviewers.Save(writer);
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("scrn");
        _brandsKnown = reader.Read<int>();
        Listings.Load(reader);
        Reviewers.Load(reader);
    }

    private static int BrandNumber(int category, int place) =>
        1 + (category * KnownBrandHabits.PerCategory) + place;

    private bool IsPublished(int listing) => listing < Listings.Count && Listings[listing].Number > 0;

    private void Happen(int listing, bool isNewText)
    {
        if (!isNewText)
        {
            Look(listing);
        }
        else if (MayChange(listing))
        {
            Change(listing);
        }
    }

    // Owners say no usual price, since their goods have many: the market adds nothing for a low one.
    private void Join(int day)
    {
        for (; _brandsKnown < _habits.Brands.KnownOn(day); _brandsKnown++)
        {
            for (var category = 0; category < _run.World.Categories.Count; category++)
            {
                var result = _run.Market.Do(new ListBrand(
                    BrandNumber(category, _brandsKnown), IsKnown: true, Money.Zero,
                    By: Sign("its owner cooperates")));
                Invariant.Holds(result == PublicationResult.Done, "a brand can join the catalogue");
            }
        }
    }

    // Sellers write texts anew now and then, before a festival often, and where one was refused.
    private void PlanChanges(in SeasonDay day)
    {
        var sellers = _habits.Sellers;
        var changes = sellers.ChangesPerDay
            * (_run.World.Calendar.IsBeforeFestival(day.Number, sellers.FestivalDays)
                ? sellers.FestivalFactor : 1);
        var published = 0;
        for (var listing = 0; listing < Listings.Count; listing++)
        {
            if (Listings[listing] is not { Number: > 0, IsScored: not 0 })
            {
                continue;
            }

            published += _run.Stores[_run.World.StoreOf(listing)].IsOpen ? 1 : 0;
            var draws = Draws.For(
                _run.World.Seed, ((long)listing << DayBits) | (uint)day.Number, Streams.SeasonTextChange);
            var chance = draws.Unit();
            var refused = Listings[listing].IsStopped != 0 ? sellers.TriesAgainPerDay : 0;
            if (chance < Math.Max(changes, refused) && MayChange(listing))
            {
                _run.Plan(
                    day.StartsMs + (long)(draws.Unit() * SeasonDay.Ms), EventKind.Screen, listing, extra: 1);
            }
        }

        _run.Recorder.Count(ScreeningMeasures.Listings, published);
    }

    private bool MayChange(int listing) => _run.Stores[_run.World.StoreOf(listing)].IsOpen
        && _run.Market.View.Listing(new ListingId(listing))
            is { IsTakenDown: false, Publication: not PublicationStatus.GivenUp };

    // The market knows of no change but the price's: it goes up by a fen and back.
    private void Change(int listing)
    {
        var id = new ListingId(listing);
        var price = _run.Market.View.Listing(id)!.Value.Price;
        Reviewers.Leave(listing);
        Listings.Change(listing);
        _run.Market.Do(new Reprice(id, price + Money.FromFen(1)));
        _run.Market.Do(new Reprice(id, price));
        Look(listing);
    }

    private void Look(int listing)
    {
        var isFirst = Listings[listing].IsScored == 0;
        switch (_classifier.Look(listing))
        {
            case PublicationStatus.Accepted when isFirst:
                _run.Recorder.Count(ScreeningMeasures.Accepted);
                Listings.ComeOnSale(listing);
                break;
            case PublicationStatus.Refused:
                Listings.Refuse(listing, ScreeningMeasures.Refused);
                break;
            case PublicationStatus.Warned:
                Warn(listing, isFirst);
                break;
            case PublicationStatus.InReview:
                Reviewers.Take(listing);
                break;
        }
    }

    private void Warn(int listing, bool isFirst)
    {
        _run.Recorder.Count(Listings.SellerOf(listing) switch
        {
            SellerType.Honest => ScreeningMeasures.WarnedHonest,
            SellerType.Careless => ScreeningMeasures.WarnedCareless,
            _ => ScreeningMeasures.WarnedCheats,
        }, isFirst ? 1 : 0);
        var within = _habits.Sellers.AnswersWithin.TotalMilliseconds;
        _run.Plan(
            _run.NowMs + (long)(within * Listings.UnitOf(listing, Streams.SeasonScreened, MomentCounter)),
            EventKind.AnswerWarning, listing, Listings[listing].Number);
    }

    private void Answer(int listing, int number)
    {
        var id = new ListingId(listing);
        if (Listings[listing].Number != number
            || _run.Market.View.Listing(id) is not { Publication: PublicationStatus.Warned })
        {
            return; // it has another text since
        }

        var insists = Listings.UnitOf(listing, Streams.SeasonScreened, AnswerCounter)
            >= _habits.Sellers.GivesUp(Listings.SellerOf(listing));
        var result = _run.Market.Do(new AnswerWarning(id, insists));
        Invariant.Holds(result == PublicationResult.Done, "a seller who is warned can answer");
        switch (_run.Market.View.Listing(id)!.Value.Publication)
        {
            case PublicationStatus.GivenUp:
                Reviewers.Leave(listing);
                Listings.GiveUp(listing);
                break;
            case PublicationStatus.InReview:
                Reviewers.Take(listing);
                break;
            default:
                Listings.Refuse(listing, ScreeningMeasures.Refused);
                break;
        }
    }
}
