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

    /// <summary>One factor fitted to two years, as briefly as may be.</summary>
    public const string Calibrate = """
        name: a-study
        question: How much do channels settle for long?
        base: [ double11-2013, double11-2016 ]
        scale: 0.00001
        horizon: 2min
        seeds: 2
        calibrate:
          factors:
            - { path: behaviour.paying.sustainedShareOfPeak, as: sustained, range: [0.6, 1] }
          loss:
            - measure: "ln(peakPaymentsPerSecond / published(peakPaymentsPerSecond))"
              as: peak
              tolerance: 0.1
          evaluations: 4
          profile: 3
        """;

    /// <summary>The best of three arms, seed by seed.</summary>
    public const string Select = """
        name: a-study
        question: Which is best?
        base: quick
        scale: 0.00001
        horizon: 2min
        seeds: 4
        select: { best: gmv, among: arms, indifference: 200000000, seedsMax: 12, confirm: { seeds: 3 } }
        arms:
          - name: as-it-is
          - name: five-seconds
            set: { policy.inventory.payWithin: 5s, policy.inventory.festivalPayWithin: 5s }
          - name: at-once
            set: { policy.inventory.payWithin: 1s, policy.inventory.festivalPayWithin: 1s }
        measures:
          gmv: { value: gmvYuan, better: more }
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
