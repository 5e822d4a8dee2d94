using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Reports;

/// <summary>Each statement of a report is made of one run and not of another.</summary>
public sealed class FindingsTests
{
    // The rule, what it says where it holds, the run of which it holds, the run of which it does not.
    private static readonly (string Rule, Func<RunSummary, string?> Says, string Words, string Of,
        string NotOf)[] Table =
    [
        ("plateau", Findings.Plateau, "Payments show a plateau from 00:0", "2018", "asleep"),
        ("no plateau", Findings.Plateau, "Payments show no plateau.", "asleep", "2018"),
        ("held by the gateway", Findings.Held, "the gateway held payments", "2018", "2016"),
        ("held by channels", Findings.Held, "the payment channels held payments", "2016", "2018"),
        ("payment peak", Findings.PaymentPeak, "payments peaked at", "ordinary", "asleep"),
        ("clock", Findings.Clock, "At the published times of 2018", "snow", "2018"),
        ("trouble", Findings.Trouble, "snow in east from +1d 00:00:00 to +2d 00:00:00", "snow", "2018"),
        ("hit regions", Findings.HitRegions, "Half of the parcels to east took", "snow", "ordinary"),
        ("first parcels", Findings.FirstParcels, "The first 100 million parcels", "snow", "2018"),
        ("refusals", Findings.Refusals, "requests were refused", "2018", "asleep"),
        ("gave up", Findings.GaveUp, "buyers gave up", "scarce", "asleep"),
        ("queue", Findings.Queue, "waited for a payment channel, at 00:", "2016", "asleep"),
        ("sold out", Findings.SoldOut, "listings sold out", "scarce", "asleep"),
        ("nothing sold out", Findings.SoldOut, "No listing sold out.", "asleep", "scarce"),
        ("stopped", Findings.Stopped, "This run was stopped after", "2018", "ordinary"),
        ("stopped in the day", Findings.Stopped, "Shares are of what was reached", "2018", "snow"),
        ("delivery", Findings.Delivery, "nine tenths", "ordinary", "2018"),
        ("nothing delivered", Findings.Delivery, "Nothing was delivered", "2018", "ordinary"),
        ("nothing paid", Findings.Headline, "Nothing was paid in", "asleep", "ordinary"),
        ("whole day", Findings.Headline, "in 24 hours", "ordinary", "2018"),
        ("part of the day", Findings.Headline, "in the first 10 minutes", "2018", "ordinary"),
        ("own date", Findings.Day, "25 January 2008", "ordinary", "2018"), // A10
        ("published date", Findings.Day, "11 November 2016", "2016", "ordinary"),
        ("audit", Findings.Audit, "checks of the audit passed", "ordinary", "broken"),
        ("broken audit", Findings.Headline, "The audit failed: money", "broken", "ordinary"),
        ("first violation", Findings.Audit, "First violation: 1 fen is missing.", "broken", "ordinary"),
        ("gateway", Bound("The gateway was full from 00:00:"), "checkouts", "2018", "ordinary"),
        ("channels", Bound("The payment channels were at capacity from 00:00:00"),
            "waited in one of them", "2016", "ordinary"),
        ("stock", Bound("Goods ran short from"), "refused as sold out", "scarce", "2018"),
        ("packing", Bound("Stores packed"), "of what they can from", "snow", "ordinary"),
        ("couriers", Bound("Couriers everywhere delivered"), "parcels waited", "snow", "ordinary"),
        ("nothing bound", run => BottleneckSection.Of(run), "Nothing: gateway, payment channels", "ordinary",
            "2018"),
    ];

    public static TheoryData<string> Rules => [.. Table.Select(row => row.Rule)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_statement_is_made_where_its_rule_holds_and_not_elsewhere(string rule)
    {
        var (_, says, words, of, notOf) = Table.Single(row => row.Rule == rule);

        Assert.Contains(words, says(Run(of)) ?? "", StringComparison.Ordinal);
        Assert.DoesNotContain(words, says(Run(notOf)) ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("snow", true)]
    [InlineData("ordinary", false)]
    public void The_first_hundred_million_parcels_are_shown_where_there_are_as_many(string of, bool has) =>
        Assert.Equal(has, Tiles.Of(Run(of)).Contains("First 100 m parcels", StringComparison.Ordinal));

    [Fact]
    public void What_a_what_if_changed_stands_above_its_figures()
    {
        RunSummary With(params RunParameter[] acted) => Run("2016") with
        {
            Calibration = Run("2016").Calibration! with { Interventions = acted },
        };
        var (peak, snow) = (new RunParameter("festival.peakPaymentsPerSecond", "96000"),
            new RunParameter("shocks[0].kind", "snow"));

        Assert.Null(Findings.Acted(With()));
        Assert.Null(Findings.Acted(With(snow))); // told as trouble
        Assert.Equal(
            "After the calibration acted festival.peakPaymentsPerSecond = 96000.",
            Findings.Acted(With(snow, peak)));
        Assert.EndsWith(", and 2 more settings.", Findings.Acted(With(peak, peak, peak, peak, peak)),
            StringComparison.Ordinal);
        Assert.Contains(Findings.Acted(With(peak))!, Findings.Deck(With(peak)));
    }

    [Fact]
    public void Channels_that_are_not_all_have_names()
    {
        var run = Run("2016");
        var three = run with
        {
            Bottlenecks = [.. run.Bottlenecks.Where(found => found.Name != "credit")],
        };

        Assert.StartsWith(
            "payment by balance, bank and quick-pay held payments at", Findings.Held(three),
            StringComparison.Ordinal);
        Assert.Contains(BottleneckWords.Of(three), sentence => sentence.StartsWith(
            "Payment by balance, bank and quick-pay was at capacity", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GMV on 25 January 2008")]
    [InlineData("25 January 2008")]
    public void The_report_of_another_day_says_its_date_and_never_11_November(string words) // A10
    {
        var report = RunReport.Of(SmallRuns.Of("ordinary"));

        Assert.Contains(words, report, StringComparison.Ordinal);
        Assert.DoesNotContain("November", report, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_one_is_said_in_the_singular()
    {
        var run = Run("ordinary") with
        {
            Refusals = [new KindCount("gateway", 1)],
            Retries = 1,
            Abandoned = 1,
            BuyersGaveUp = 1,
            AbandonReasons = [new KindCount("nothing left", 1)],
            SoldOutListings = 1,
            PaymentQueue = Run("ordinary").PaymentQueue with { Peak = 1, PeakAt = "00:00:01" },
        };

        Assert.Equal("1 request was refused; buyers tried again 1 time.", Findings.Refusals(run));
        Assert.Equal("1 buyer gave up 1 checkout.", Findings.GaveUp(run));
        Assert.Equal("1 listing sold out.", Findings.SoldOut(run));
        Assert.Equal("At most 1 order waited for a payment channel, at 00:00:01.", Findings.Queue(run));
    }

    [Fact]
    public void Who_did_not_come_gave_nothing_up() // A9
    {
        var run = Run("ordinary") with
        {
            Abandoned = 70,
            BuyersGaveUp = 8,
            AbandonReasons =
            [
                new KindCount("patience over", 10), new KindCount("stays away", 20),
                new KindCount("confidence lost", 40),
            ],
        };

        Assert.Equal(
            "8 buyers gave up 10 checkouts; 20 checkouts of theirs did not come after that; 40 checkouts did "
                + "not come for lack of confidence.",
            Findings.GaveUp(run));
    }

    private static Func<RunSummary, string?> Bound(string beginning) => run => BottleneckWords.Of(run)
        .FirstOrDefault(sentence => sentence.StartsWith(beginning, StringComparison.Ordinal));

    private static RunSummary Run(string name) => name == "broken"
        ? Run("ordinary") with
        {
            Audit = new AuditSummary(false, [new RunCheck("money", false, "1 fen is missing")]),
        }
        : SmallRuns.Of(name).Summary;
}
