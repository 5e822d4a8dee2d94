using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace FlashSale.Dashboard;

/// <summary>Past runs and load tests: the folders under one root that hold a summary.json.</summary>
internal sealed class RunShelf(string? root)
{
    private const int RunsMax = 500;
    private const int DepthMax = 2;
    private const long SummaryBytesMax = 4 << 20;
    private const long ReportBytesMax = 64 << 20;
    private const string Summary = "summary.json";
    private const string Report = "report.html";

    // A report is a page of its own: it has no script and is shown so.
    private const string ReportPolicy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

    /// <summary>Adds the addresses.</summary>
    public void Map(Action<WebApplication, string, Func<HttpContext, Task>> get, WebApplication app)
    {
        get(app, "/live/runs", List);
        get(app, "/live/run", Find);
        get(app, "/live/report", FindReport);
    }

    private async Task List(HttpContext context)
    {
        var runs = Folders().OrderByDescending(folder => folder.LastWriteTimeUtc)
            .Select(folder => new RunDocument(
                Path.GetRelativePath(root!, folder.FullName).Replace('\\', '/'),
                new DateTimeOffset(File.GetLastWriteTimeUtc(Path.Combine(folder.FullName, Summary))),
                File.Exists(Path.Combine(folder.FullName, Report))))
            .Take(RunsMax).ToList();
        await context.Response.WriteAsJsonAsync(
            new RunListDocument(root is null ? null : Path.GetFileName(Path.GetFullPath(root)), runs),
            RunJson.Default.RunListDocument, cancellationToken: context.RequestAborted);
    }

    private Task Find(HttpContext context) => Send(context, Summary, SummaryBytesMax, "application/json");

    private Task FindReport(HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy = ReportPolicy;
        return Send(context, Report, ReportBytesMax, "text/html; charset=utf-8");
    }

    // Only a folder that the list names can be asked for: no path from outside is ever opened.
    private async Task Send(HttpContext context, string file, long bytesMax, string type)
    {
        var name = context.Request.Query["name"].ToString();
        var folder = Folders().FirstOrDefault(one =>
            Path.GetRelativePath(root!, one.FullName).Replace('\\', '/') == name);
        var found = folder is null ? null : new FileInfo(Path.Combine(folder.FullName, file));
        if (found is not { Exists: true, LinkTarget: null } || found.Length > bytesMax)
        {
            Endpoint.Tell(context, RequestProblems.Of(RequestFault.NotFound));
            return;
        }

        context.Response.ContentType = type;
        await context.Response.SendFileAsync(found.FullName, context.RequestAborted);
    }

    private IEnumerable<DirectoryInfo> Folders() => root is not null && Directory.Exists(root)
        ? Below(new DirectoryInfo(root), DepthMax)
        : [];

    private static IEnumerable<DirectoryInfo> Below(DirectoryInfo folder, int depth)
    {
        foreach (var inner in folder.EnumerateDirectories().Where(inner => inner.LinkTarget is null))
        {
            if (File.Exists(Path.Combine(inner.FullName, Summary)))
            {
                yield return inner;
            }
            else if (depth > 1)
            {
                foreach (var found in Below(inner, depth - 1))
                {
                    yield return found;
                }
            }
        }
    }
}

/// <summary>The runs that there are.</summary>
internal sealed record RunListDocument(string? Root, IReadOnlyList<RunDocument> Runs);

/// <summary>A run, by the path of its folder below the root.</summary>
internal sealed record RunDocument(string Name, DateTimeOffset At, bool HasReport);
