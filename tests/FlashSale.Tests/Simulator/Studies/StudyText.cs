namespace FlashSale.Tests.Simulator.Studies;

/// <summary>Study files of tests: a second of a festival with one buyer in a hundred thousand.</summary>
internal static class StudyText
{
    /// <summary>Two arms of which the second pays within a second.</summary>
    public const string TwoArms = """
          - name: as-it-is
          - name: at-once
            set: { policy.inventory.payWithin: 1s, policy.inventory.festivalPayWithin: 1s }
        """;

    /// <summary>A study of arms.</summary>
    public static string Arms(
        string arms = TwoArms, string measures = "  gmv: { value: gmvYuan, better: more }", string more = "",
        int seeds = 2) => $"""
        name: a-study
        question: What does it do?
        base: quick
        scale: 0.00001
        horizon: 2min
        seeds: {seeds}
        arms:
        {arms}
        measures:
        {measures}
        {more}
        """;

    /// <summary>A study of a design on ten seeds.</summary>
    public static string Design(string design) => $"""
        name: a-search
        question: Where does it begin?
        base: quick
        scale: 0.00001
        seeds: 10
        {design}
        """;

    /// <summary>A sweep.</summary>
    public static string Sweep(string vary, string more = "") => $"""
        name: a-sweep
        question: What does it do?
        base: quick
        scale: 0.00001
        horizon: 2min
        seeds: 2
        vary:
        {vary}
        measures:
          gmv: gmvYuan
        {more}
        """;
}
