using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Studies;

/// <summary>A calibration from its file to what it says, of runs whose errors are known.</summary>
public sealed class CalibrationStudyTests
{
    private const string File = """
        name: a-calibration
        question: How much do channels settle for long?
        base: [ double11-2013, double11-2014, double11-2016, double11-2018 ]
        scale: 0.00001
        seeds: 3
        calibrate:
          factors:
            - { path: behaviour.paying.sustainedShareOfPeak, as: sustained, range: [0.6, 1] }
            - { path: capacity.deliveredPerDay, as: couriers, range: [0.05, 0.15] }
          loss:
            - { measure: comparison.shareErrorMeanPoints, tolerance: 1 }
            - measure: "ln(peakPaymentsPerSecond / published(peakPaymentsPerSecond))"
              as: peak
              tolerance: 0.1
          leaveOut: each-year
          holdOut: double11-2016
          evaluations: 60
          profile: 5
        """;

    [Fact]
    public void The_fit_is_the_bottom_of_the_loss_over_the_years_that_are_fitted()
    {
        var found = Found(File);

        // 2013, 2014 and 2018 are met at 0.7, 0.8 and 0.75; the year that is held out, at 1, pulls nothing.
        Assert.Equal(0.75, Sustained(found.Calibration!.Fits[0]), 0.01);
        Assert.Equal(["double11-2013", "double11-2014", "double11-2018"],
            found.Calibration.Fits.Skip(1).Select(fit => fit.Without));
        Assert.Equal(0.775, Sustained(found.Calibration.Fits[1]), 0.01);
        Assert.Equal([false, false, true, false], found.Calibration.Years.Select(year => year.IsHeldOut));
        Assert.All(found.Calibration.Years.Where(year => !year.IsHeldOut),
            year => Assert.NotNull(year.LeftOutLoss));
    }

    [Fact]
    public void It_says_what_fits_what_is_not_identified_and_what_a_left_out_year_costs()
    {
        var sentences = Found(File).Sentences;

        Assert.Matches("^sustained 0.7[45][0-9]* and couriers [0-9.]+ fit 3 years best: a loss of [0-9.]+, "
            + "[0-9.]+ a year \\(1 is an error as large as its tolerance\\)\\.$", sentences[0]);
        Assert.Matches("^Left out and judged by the fit of the others, a year costs ", sentences[1]);
        Assert.Matches("^double11-2016, which no fit saw, costs [0-9.]+ at this fit\\.$", sentences[2]);
        Assert.Contains("Not identified: any value of couriers from 0.05 to 0.15 fits as well.", sentences);
        Assert.Contains("sustained is identified", string.Join('\n', sentences), StringComparison.Ordinal);
        Assert.Contains("are not ruled out: sustained from", sentences[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_fact_that_is_not_published_of_a_year_is_no_part_of_its_loss()
    {
        var years = Found(File).Calibration!.Years;

        Assert.Equal([2, 2, 2, 1], years.Select(year => year.Errors.Count)); // no payment peak of 2018
        Assert.Equal(("peakPaymentsPerSecond", 15_000.0),
            (years[0].Errors[1].Figure, years[0].Errors[1].Published));
        Assert.Equal(15_000 * Math.Exp(0.02), years[0].Errors[1].Simulated!.Value, 1e-6);
    }

    [Fact]
    public void Every_run_is_of_its_own_year_with_the_same_change()
    {
        var plan = Play(File).Plan;

        Assert.InRange(plan.Orders.Count, 1, plan.Study.Design.RunsMax(plan.Study)!.Value);
        Assert.Equal([2013, 2014, 2016, 2018],
            plan.Points.Select(point => point.Scenario.OfDay().Festival.Year).Distinct().Order());
        Assert.All(plan.Points, point =>
        {
            Assert.Equal($"double11-{point.Scenario.OfDay().Festival.Year}", point.Levels[0].Text);
            Assert.Equal(
                point.Levels[1].Number, point.Scenario.OfDay().Behaviour.Paying.SustainedShareOfPeak);
            Assert.Empty(point.Recalibrated);
        });
        Assert.Equal(plan.Orders.Count, plan.Orders.DistinctBy(order => order.Key).Count());
        var heldOut = plan.Orders.Where(order =>
            plan.Points[order.Point].Scenario.OfDay().Festival.Year == 2016).ToList();
        Assert.All(heldOut, order => Assert.Equal(RunRole.HeldOut, order.Role));
        Assert.Equal(3, heldOut.Count);
    }

    [Fact]
    public void A_year_that_is_opened_at_another_point_is_warned_of()
    {
        var first = Found(File);
        Assert.Single(Assert.Single(first.Opened).At);
        Assert.DoesNotContain(first.Warnings, one => one.Code == WarningCodes.HeldOutOpened);

        var again = Found(File, earlier: first);
        Assert.Equal(StudyJson.Write(first), StudyJson.Write(again));

        var other = Found(File.Replace("[0.6, 1]", "[0.8, 1]", StringComparison.Ordinal), first);
        Assert.Equal(2, Assert.Single(other.Opened).At.Count);
        Assert.Contains(other.Warnings, one => one.Code == WarningCodes.HeldOutOpened);
        Assert.Contains(other.Warnings, one => one.Code == WarningCodes.AtEdge
            && one.Text.StartsWith("sustained: the best value, 0.8", StringComparison.Ordinal));
    }

    [Fact]
    public void A_fit_that_knows_its_years_by_heart_is_warned_of()
    {
        CalibratedYear Year(double fitted, double leftOut) => new(
            "a-year", "", "", false, fitted, leftOut,
            [new ErrorFound("error", 1, 0, null, null, null, null, null, null)]);

        Assert.Equal(WarningCodes.Overfitted, CalibrationWarnings.Overfitted([Year(1, 3), Year(1, 2)])!.Code);
        Assert.Null(CalibrationWarnings.Overfitted([Year(1, 2), Year(1, 2)]));
        Assert.Null(CalibrationWarnings.Overfitted([Year(0.1, 0.4), Year(0.1, 0.4)])); // within tolerance
    }

    [Fact]
    public void The_order_in_which_runs_came_changes_no_byte()
    {
        var played = Play(File);
        var turned = new StudyRuns(played.Plan, played.Measures, [.. played.All.Reverse()]);

        Assert.Equal(StudyJson.Write(StudyFindings.Of(played)), StudyJson.Write(StudyFindings.Of(turned)));
    }

    [Fact]
    public void A_budget_that_ends_before_the_search_leaves_a_partial_study()
    {
        var found = Found(File + "\nbudget: { runsMax: 60 }\n");

        Assert.True(found.Partial);
        Assert.Null(found.Calibration);
        Assert.StartsWith("Not finished: ", found.Sentences[0], StringComparison.Ordinal);
        Assert.Equal([], Assert.Single(found.Opened).At);
    }

    [Theory]
    [InlineData("scale: 0.00001\n", "", "the scenarios of a list may have scales of their own")]
    [InlineData("11-2013, double", "11-2014, double", "«double11-2014» is there twice")]
    [InlineData("seeds: 3", "seeds: 1", "seeds: one seed does not tell a worse loss from luck")]
    [InlineData("tolerance: 1 }", "tolerance: 0 }", "calibrate.loss[0].tolerance: «0» is out of range")]
    [InlineData("as: peak", "as: two words", "calibrate.loss[1].as: «two words» is no such name")]
    [InlineData("each-year", "some", "calibrate.leaveOut: «some» is not known; allowed: each-year")]
    [InlineData("holdOut: double11-2016", "holdOut: double11-2015", "«double11-2015» is no base")]
    [InlineData("holdOut: double11-2016", "holdOut: [double11-2013, double11-2014, double11-2016]",
        "calibrate.leaveOut: 1 years are left to fit")]
    [InlineData("evaluations: 60", "evaluations: 3", "calibrate.evaluations: «3» is out of range")]
    [InlineData("evaluations: 60", "screen: { model: solid, points: 20 }",
        "«solid» is not known; allowed: fluid")]
    [InlineData("range: [0.6, 1]", "range: [1, 0.6]", "the values do not rise")]
    [InlineData("  loss:", "  lost:", "calibrate.lost: the key is not known (did you mean «loss»?)")]
    public void What_is_wrong_is_said_with_its_place_and_what_is_allowed(
        string there, string here, string message)
    {
        var reading = StudyReader.Read(File.Replace(there, here, StringComparison.Ordinal), "s.yaml");

        Assert.Null(reading.Value);
        Assert.Contains(message, string.Join('\n', reading.Problems), StringComparison.Ordinal);
        Assert.All(reading.Problems, problem => Assert.True(problem.Line > 0 && problem.Column > 0));
    }

    [Fact]
    public void A_measure_can_be_added_to_a_calibration_that_has_none_of_its_own()
    {
        var added = StudyAdditions.To(File, "s.yaml", 0, ["sales: gmvYuan"]);

        Assert.Empty(added.Problems);
        Assert.Equal(["sales", "shareErrorMeanPoints", "peak", "peakPaymentsPerSecond"],
            added.Value!.Measures.Select(measure => measure.Name));
    }

    [Fact]
    public void A_list_of_bases_is_of_a_calibration_only()
    {
        var text = StudyText.Arms().Replace(
            "base: quick", "base: [quick, double11-2016]", StringComparison.Ordinal);

        Assert.Contains("base: this design has one base; allowed: a list with calibrate only",
            string.Join('\n', StudyReader.Read(text, "s.yaml").Problems), StringComparison.Ordinal);
    }

    private static double Sustained(FitFound fit) => fit.Levels[0].Number!.Value;

    private static StudyResult Found(string file, StudyResult? earlier = null)
    {
        var played = Play(file);
        return StudyFindings.Of(played, played.Plan.Study.Design.Found(played)!.After(earlier));
    }

    private static StudyRuns Play(string file)
    {
        var study = StudyReaderTests.Study(file);
        var measures = StudyMeasure.All(study).Value!;
        var runs = new StudyRuns(StudyReaderTests.Plan(study), measures, []);
        for (var planned = -1; runs.Plan.Orders.Count > planned;)
        {
            planned = runs.Plan.Orders.Count;
            runs = new StudyRuns(
                runs.Plan, measures, [.. runs.Plan.Orders.Select(order => Ran(order, measures))]);
            runs = new StudyRuns(runs.Plan.After(runs).Value!, measures, runs.All);
        }

        return runs;
    }

    // The clock is met best at a year's own share; couriers move nothing; a seed has its luck.
    private static MeasuredRun Ran(RunOrder order, IReadOnlyList<StudyMeasure> measures)
    {
        var year = order.Scenario.OfDay().Festival.Year;
        var sustained = order.Scenario.OfDay().Behaviour.Paying.SustainedShareOfPeak;
        var best = year switch { 2013 => 0.7, 2014 => 0.8, 2018 => 0.75, _ => 1 };
        var error = (50 * (sustained - best)) + (0.01 * (order.Seed % 3));
        var published = Published.Year(year)!.PeakPaymentsPerSecond;
        return new MeasuredRun(
            order, new RunOutcome { Key = order.Key, Status = RunStatus.Done, StateHash = order.Key },
            [.. measures.Select(measure => measure.Name switch
            {
                "shareErrorMeanPoints" => (double?)Math.Abs(error),
                "peak" => published is null ? null : 0.02,
                _ => published * Math.Exp(0.02),
            })]);
    }
}
