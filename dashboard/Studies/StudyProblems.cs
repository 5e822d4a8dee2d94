namespace FlashSale.Dashboard;

/// <summary>The problem details of studies that were not taken.</summary>
internal static class StudyProblems
{
    private static readonly ProblemType[] Types =
    [
        Type(StudyRefusal.WrongCode, 409,
            "The host runs other code than the study was planned by; build both from the same commit."),
        Type(StudyRefusal.TooManyStudies, 429, "As many studies as may be are open; close one."),
        Type(StudyRefusal.TooManyRuns, 422, "The study has more runs than it may have."),
        Type(StudyRefusal.TooLong, 422, "A text is longer than is kept, or there are too many at once."),
        Type(StudyRefusal.UnknownStudy, 404, "There is no such study."),
        Type(StudyRefusal.Stopped, 409,
            "The study was stopped: two machines did not agree. The detail names them."),
    ];

    /// <summary>All of them, in the order of the refusals.</summary>
    public static IReadOnlyList<ProblemType> All => Types;

    /// <summary>The problem of a refusal.</summary>
    public static ProblemType Of(StudyRefusal refusal) => Types[(int)refusal - 1];

    private static ProblemType Type(StudyRefusal refusal, int status, string title) =>
        new("study", WordTable<StudyRefusal>.Of(refusal), status, title);
}
