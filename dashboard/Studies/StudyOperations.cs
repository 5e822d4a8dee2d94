using static FlashSale.Dashboard.StudyRefusal;

namespace FlashSale.Dashboard;

/// <summary>All calls about studies.</summary>
internal static class StudyOperations
{
    private const string Packed = "application/gzip";

    /// <summary>The parameters of a stream of events.</summary>
    public static IReadOnlyList<QueryParameter> OfEvents { get; } =
        [new("from", "The first outcome to tell: where the one before said «next».")];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<StudyOperation> All { get; } =
    [
        new("open-study", "POST", "studies", "Opens a study, or goes on with it.",
            async (host, request) => request.Send(await request.InTime(
                host.Open(await request.Read(Json.StudyBody)))))
        {
            Body = Json.StudyBody,
            Document = Json.StudyDocument,
            Refusals = [WrongCode, TooManyStudies, TooLong, Stopped],
        },
        new("add-runs", "POST", "studies/{study}/runs", "Adds runs to a study; those that it has stay.",
            async (host, request) => request.Send(await request.InTime(
                host.Add(request.Hash("study"), (await request.Read(Json.StudyRunsBody)).Runs))))
        {
            Body = Json.StudyRunsBody,
            Document = Json.StudyDocument,
            Refusals = [TooManyRuns, TooLong, UnknownStudy, Stopped],
        },
        new("find-studies", "GET", "studies", "The studies that are open, and the slots that run them.",
            async (host, request) => request.Send(
                await request.InTime(host.FindAll()), Json.StudyListDocument))
        {
            Document = Json.StudyListDocument,
        },
        new("find-study", "GET", "studies/{study}", "How a study stands, and which silo holds which run.",
            async (host, request) => request.Send(
                await request.InTime(host.Find(request.Hash("study"))), Json.StudyDocument))
        {
            Document = Json.StudyDocument,
        },
        new("follow-study", "GET", "studies/{study}/events",
            "Follows a study as Server-Sent Events: what became of runs, and how it stands.",
            (host, request) => new StudyStream(host, request).Answer())
        {
            Type = "text/event-stream",
            Parameters = OfEvents,
            Refusals = [UnknownStudy],
        },
        new("close-study", "DELETE", "studies/{study}", "Forgets a study; its runs stay known.",
            async (host, request) => request.Send(await Closed(host, request), Json.StudyDocument))
        {
            Document = Json.StudyDocument,
        },
        new("find-run-summary", "GET", "runs/{run}/summary", "The summary.json of a run, packed by gzip.",
            async (host, request) => request.Send(
                await request.InTime(host.FindSummary(request.Hash("run"))), Packed))
        {
            Type = Packed,
        },
        new("find-run-timeline", "GET", "runs/{run}/timeline", "The timeline.csv of a run, packed by gzip.",
            async (host, request) => request.Send(
                await request.InTime(host.FindTimeline(request.Hash("run"))), Packed))
        {
            Type = Packed,
        },
    ];

    private static ApiJson Json => ApiJson.Default;

    private static async Task<StudyDocument?> Closed(IStudyHost host, StudyRequest request)
    {
        var id = request.Hash("study");
        var study = await request.InTime(host.Find(id));
        await host.Close(id);
        return study;
    }
}
