using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// Appeals of a season, each day after the platform's work: sellers file them, reviewers or juries decide,
/// all by commands of the market (rule TRU-8; MODELS M4).
/// </summary>
internal sealed class AppealCourt(
    SeasonRun run, AppealHabits habits, PenaltyLedger penalties, SignBook signs, StoreWorth worth)
{
    private const int EvidenceFrom = 6_000; // that a reviewer can judge by (assumed)
    private const int DaysMax = 400;
    private const double DaysPerWeek = 7;

    private readonly AppealPanel _panel = new(run.World.Seed, habits);
    private readonly Table<AppealNote> _appeals = new(int.MaxValue);
    private readonly int[] _days = new int[DaysMax + 1]; // decisions, by their days after the talk
    private int _penaltiesSeen;
    private int _firstUnderWay;

    /// <summary>How many there are.</summary>
    public int Count => _appeals.Count;

    /// <summary>An appeal.</summary>
    public AppealNote this[int row] => _appeals[row];

    /// <summary>Days after the talk within which a share of all decisions came.</summary>
    public int DaysWithin(double share)
    {
        var (left, day) = (share * _days.Sum(), 0);
        while (day < DaysMax && left > _days[day])
        {
            left -= _days[day++];
        }

        return day;
    }

    /// <summary>Sellers appeal, and appeals are decided.</summary>
    public void Work(int day)
    {
        for (; _penaltiesSeen < penalties.Count; _penaltiesSeen++)
        {
            Consider(_penaltiesSeen, day);
        }

        for (var row = _firstUnderWay; row < _appeals.Count; row++)
        {
            Follow(ref _appeals[row], day);
            if (row == _firstUnderWay && _appeals[row].Stage > AppealStage.Filed)
            {
                _firstUnderWay++;
            }

            run.Recorder.Count(
                SeasonMeasures.AppealsWaiting, _appeals[row].Stage == AppealStage.Filed ? 1 : 0);
        }
    }

    public void Save(StateWriter writer)
    {
        writer.WriteMark("appl");
        writer.Write(_penaltiesSeen);
        writer.Write(_firstUnderWay);
        writer.Write(_panel.JuryCases);
        writer.WriteRows<int>(_days);
        _appeals.Save(writer);
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("appl");
        _penaltiesSeen = reader.Read<int>();
        _firstUnderWay = reader.Read<int>();
        _panel.JuryCases = reader.Read<int>();
        reader.ReadRows<int>(_days);
        _appeals.Load(reader);
    }

    private static CaseId IdOf(in PenaltyNote penalty) => new(new SellerId(penalty.Seller), penalty.Case);

    private static long KeyOf(in PenaltyNote penalty) => ((long)penalty.Seller << 32) | (uint)penalty.Case;

    private void Consider(int row, int day)
    {
        ref readonly var penalty = ref penalties[row];
        var isInnocent = penalty.WasFake == 0;
        var draws = Draws.For(run.World.Seed, KeyOf(penalty), Streams.SeasonAppeal);
        if (!draws.Happens(AppealChoice.ChanceOf(penalty.LossFen / 100.0, isInnocent, habits)))
        {
            return;
        }

        _appeals[_appeals.Add()] = new AppealNote
        {
            Penalty = row,
            FiledDay = day + habits.FilesFromDays
                + draws.Below(habits.FilesToDays - habits.FilesFromDays + 1),
            EvidenceBasisPoints = AppealChoice.EvidenceOf(isInnocent, draws.Unit(), habits),
            Stage = AppealStage.Meant,
        };
    }

    private void Follow(ref AppealNote appeal, int day)
    {
        ref readonly var penalty = ref penalties[appeal.Penalty];
        if (appeal.Stage == AppealStage.Meant && day >= appeal.FiledDay)
        {
            File(ref appeal, penalty);
        }
        else if (appeal.Stage == AppealStage.Filed)
        {
            var number = penalty.Case;
            var one = run.Market.View.Cases(new SellerId(penalty.Seller))!.Cases
                .First(found => found.Number == number);
            if (one.Appeal == AppealStatus.Expired)
            {
                End(ref appeal, AppealStage.Expired, day);
            }
            else if (one.Appeal == AppealStatus.Queued)
            {
                Hear(ref appeal, penalty, one, day);
            }
        }
    }

    private void File(ref AppealNote appeal, in PenaltyNote penalty)
    {
        var result = run.Market.Do(new FileAppeal(IdOf(penalty), appeal.EvidenceBasisPoints));
        appeal.Stage = result == AppealResult.Done ? AppealStage.Filed : AppealStage.Missed;
        run.Recorder.Count(
            result == AppealResult.Done ? SeasonMeasures.AppealsFiled : SeasonMeasures.AppealsMissed);
    }

    // Staff and juries take their days after the talk; a reviewer who has no time today comes tomorrow.
    private void Hear(ref AppealNote appeal, in PenaltyNote penalty, in Case one, int day)
    {
        if (appeal.QueuedDay == 0)
        {
            appeal.QueuedDay = (int)((one.TalkUntilMs - run.StartUnixMs) / SeasonDay.Ms);
        }

        var isJury = habits.Decider == AppealDecider.Jury;
        var draws = Draws.For(run.World.Seed, KeyOf(penalty), Streams.SeasonAppeal, counter: 8);
        var takes = isJury ? habits.JuryDays
            : habits.StaffFromDays + draws.Below(habits.StaffToDays - habits.StaffFromDays + 1);
        if (day < appeal.QueuedDay + takes)
        {
            return;
        }

        var hasEvidence = Math.Max(one.EvidenceBasisPoints, one.AppealBasisPoints) >= EvidenceFrom;
        var isInnocent = penalty.WasFake == 0;
        var votes = isJury
            ? _panel.OfJury(isInnocent, hasEvidence, run.Market.Policy.Trust.JurySize, KeyOf(penalty))
            : _panel.OfReviewer(isInnocent, hasEvidence, KeyOf(penalty));
        if (run.Market.Do(new DecideAppeal(IdOf(penalty), votes.For, votes.Of)) == AppealResult.Done)
        {
            (appeal.VotesFor, appeal.Votes) = (votes.For, votes.Of);
            run.Recorder.Count(SeasonMeasures.JurySwayed, votes.IsSwayed ? 1 : 0);
            run.Recorder.Count(
                SeasonMeasures.AppealCost, isJury ? 0 : (long)(habits.ReviewYuan * 100));
            var isUpheld = 2 * votes.For > votes.Of;
            End(ref appeal, isUpheld ? AppealStage.Upheld : AppealStage.Rejected, day);
        }
    }

    private void End(ref AppealNote appeal, AppealStage stage, int day)
    {
        ref readonly var penalty = ref penalties[appeal.Penalty];
        (appeal.Stage, appeal.DecidedDay) = (stage, day);
        run.Recorder.Count(stage switch
        {
            AppealStage.Upheld => SeasonMeasures.AppealsUpheld,
            AppealStage.Rejected => SeasonMeasures.AppealsRejected,
            _ => SeasonMeasures.AppealsExpired,
        });
        if (stage != AppealStage.Expired && day >= run.World.Terms.WarmUpDays)
        {
            _days[Math.Clamp(day - appeal.QueuedDay, 0, DaysMax)]++;
        }

        if (stage == AppealStage.Upheld)
        {
            run.Recorder.Count(penalty.WasFake == 0
                ? SeasonMeasures.InnocentRestored : SeasonMeasures.GuiltyLetOff);
            if (penalty.Listing >= 0)
            {
                signs.Prove(penalty.Listing);
            }
        }

        if (penalty.WasFake == 0)
        {
            run.Recorder.Count(SeasonMeasures.LostWaiting, LostFen(penalty, day));
        }
    }

    // What was not sold from the verdict to the decision, at the store's usual sales.
    private long LostFen(in PenaltyNote penalty, int day)
    {
        var perDay = worth.SalesYuan(penalty.Store) / DaysPerWeek * (
            (StoreMeasure)penalty.Measure != StoreMeasure.None ? 1
            : penalty.Listing >= 0 ? worth.ShareOf(penalty.Listing) : 0);
        return (long)(perDay * (day - penalty.Day) * 100);
    }
}
