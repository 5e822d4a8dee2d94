using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using FlashSale.Simulator;
using Spectre.Console;

namespace FlashSale.Client;

/// <summary>A capacity plan as people and machines read it.</summary>
internal static class PlanView
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>Shows it.</summary>
    public static void Show(CapacityPlan plan, bool isJson, Terminal terminal)
    {
        if (isJson)
        {
            terminal.Out.WriteLine(JsonSerializer.Serialize(plan, Json));
            return;
        }

        terminal.Out.WriteLine(Verdict(plan));
        terminal.Out.WriteLine();
        var console = terminal.Pretty(onError: false);
        console.Write(Figures(plan));
        console.Write(Limits(plan));
        foreach (var note in plan.Notes)
        {
            terminal.Out.WriteLine($"Note: {note}.");
        }
    }

    private static string Verdict(CapacityPlan plan)
    {
        var (question, answer) = (plan.Question, plan.Answer);
        var asked = Say($"{question.OrdersPerSecond:#,0} orders/s at p99 ≤ {question.LatencyMsP99:0.#} ms");
        var first = answer.Limits[0];
        return answer.Result switch
        {
            PlanResult.Carries => Say(
                $"{answer.Silos:#,0} silos and {answer.DatabaseCores:#,0} database cores carry {asked}. ")
                + Say($"What breaks first: {first.Part}, at {first.OrdersPerSecond:#,0} orders/s."),
            PlanResult.TooSlow => Say(
                $"Nothing carries {asked}: p99 is {plan.Model.LightMsP99:0.#} ms when hardly anybody waits."),
            PlanResult.TooFewSilos when question.Silos is null => Say(
                $"No number of silos carries {asked}: {answer.Silos:#,0} do most, ")
                + Say($"{answer.SustainedPerSecond:#,0} orders/s."),
            PlanResult.TooFewSilos => Say($"{answer.Silos:#,0} silos do not carry {asked}, ")
                + Say($"but {answer.SustainedPerSecond:#,0} orders/s."),
            _ => Say($"The database's disks do not carry {asked}: they take rows of ")
                + Say($"{answer.SustainedPerSecond:#,0} orders/s."),
        };
    }

    private static Table Figures(CapacityPlan plan)
    {
        var (model, answer, range) = (plan.Model, plan.Answer, plan.Uncertainty);
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn("figure")
            .AddColumn(new TableColumn("value").RightAligned())
            .AddColumn(new TableColumn("90 of 100 resamples").RightAligned());
        Add("silos", answer.Silos, range.Silos, "#,0");
        Add("database cores", answer.DatabaseCores, range.DatabaseCores, "#,0");
        Add("carried with headroom, orders/s", answer.SustainedPerSecond, range.SustainedPerSecond, "#,0");
        table.AddRow(
            "p99 at the rate asked, ms", Number(answer.LatencyMsP99 ?? double.PositiveInfinity, "0.0"));
        table.AddRow("resamples that carry it", Client.Figures.Percent(range.CarriesShare));
        Add("one silo, orders/s", model.Law.PerSilo, range.PerSilo, "#,0");
        Add("contention between silos", model.Law.Contention, range.Contention, "0.######");
        Add("cost of a pair of silos", model.Law.Coherency, range.Coherency, "0.########");
        Add("silo CPU an order, ms", model.SiloMsPerOrder, range.SiloMsPerOrder, "0.####");
        Add("database CPU an order, ms", model.DatabaseMsPerOrder, range.DatabaseMsPerOrder, "0.####");
        table.AddRow("waits longer than random by", Number(model.WaitFactor, "0.0"));
        return table;

        void Add(string name, double value, Interval interval, string form) => table.AddRow(
            name, Number(value, form), $"{Number(interval.Low, form)} to {Number(interval.High, form)}");
    }

    private static Table Limits(CapacityPlan plan)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn("what is full, the first to break first")
            .AddColumn(new TableColumn("at orders/s").RightAligned())
            .AddColumn(new TableColumn("used").RightAligned());
        foreach (var limit in plan.Answer.Limits)
        {
            table.AddRow(
                limit.Part, Number(limit.OrdersPerSecond, "#,0"), Client.Figures.Percent(limit.Used));
        }

        return table;
    }

    private static string Number(double value, string form) =>
        double.IsFinite(value) ? value.ToString(form, CultureInfo.InvariantCulture) : "none";

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
