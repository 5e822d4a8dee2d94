namespace FlashSale.Cluster.Tests;

// Which run a silo gets.
public sealed class StudyLedgerTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;

    [Fact]
    public void A_silo_gets_runs_of_the_seeds_whose_worlds_it_holds()
    {
        var ledger = Of(2, seeds: 3);
        Calibrate(ledger);

        Assert.Equal([4], ledger.Take(StudyGrainTests.Ask("a", 1, 3), Now));
        Assert.Equal([1, 2], ledger.Take(StudyGrainTests.Ask("b", 2, 1), Now)); // then one apart from others
        Assert.Equal([3], ledger.Take(StudyGrainTests.Ask("c"), Now));
    }

    [Fact]
    public void The_first_run_goes_alone_and_tells_how_many_there_is_memory_for()
    {
        var ledger = Of(2, seeds: 5);
        Assert.Equal([0], ledger.Take(StudyGrainTests.Ask("a", 4), Now));
        ledger.End(StudyGrainTests.Ended("0") with { PeakBytes = 1_000 });

        var ask = StudyGrainTests.Ask("a", 4) with { PeaksBytes = 2_500 };
        Assert.Equal(2, ledger.Take(ask, Now).Count);
        Assert.Empty(ledger.Take(ask with { PeaksBytes = 100, IsIdle = false }, Now));
        Assert.Single(ledger.Take(ask with { Silo = "b", PeaksBytes = 100 }, Now)); // an idle one has room
    }

    [Fact]
    public void A_run_that_needed_too_much_memory_is_tried_once_more_with_nothing_beside_it()
    {
        var ledger = Of(1, seeds: 3);
        Calibrate(ledger);
        var full = StudyGrainTests.Ended("1") with
        {
            HasFigures = false,
            IsOfCode = false,
            MayBeTriedAgain = true,
        };
        Assert.Equal([1, 2], ledger.Take(StudyGrainTests.Ask("a", 2), Now));

        ledger.End(full);
        Assert.Empty(ledger.Take(StudyGrainTests.Ask("a", 1) with { IsIdle = false }, Now));
        Assert.Equal([1], ledger.Take(StudyGrainTests.Ask("b", 9), Now));
        ledger.End(full);

        Assert.Equal((2, 1), (ledger.Ended, ledger.Failed));
        Assert.Equal(1, ledger.Add(new PostedRun("1", 1, ""))); // whoever asks anew has it tried anew
        Assert.Equal((1, 0), (ledger.Ended, ledger.Failed));
        Assert.Null(ledger.Add(new PostedRun("0", 1, "")));
    }

    [Fact]
    public void A_run_that_was_put_back_rests_for_a_while()
    {
        var ledger = Of(1, seeds: 1);
        Assert.Equal([0], ledger.Take(StudyGrainTests.Ask("a"), Now));

        Assert.Null(ledger.PutBack("b", "0", Now));
        Assert.Equal(0, ledger.PutBack("a", "0", Now));

        Assert.Empty(ledger.Take(StudyGrainTests.Ask("a"), Now));
        Assert.Equal([0], ledger.Take(StudyGrainTests.Ask("a"), Now + StudyLimits.ComeBackAfter));
    }

    // Runs 0, 1, … of so many points, all points of a seed in a row; seeds are 1, 2, …
    private static StudyLedger Of(int points, int seeds)
    {
        var ledger = new StudyLedger();
        for (var number = 0; number < points * seeds; number++)
        {
            ledger.Add(new PostedRun(
                number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                (ulong)(number / points) + 1, ""));
        }

        return ledger;
    }

    private static void Calibrate(StudyLedger ledger)
    {
        Assert.Equal([0], ledger.Take(StudyGrainTests.Ask("first"), Now));
        ledger.End(StudyGrainTests.Ended("0"));
    }
}
