using Microsoft.AspNetCore.Http;

namespace FlashSale.Dashboard;

/// <summary>
/// The one door of a host: nothing behind it, present or future, answers a caller whom the gate refuses. Only
/// questions after the host's health stand outside.
/// </summary>
internal sealed class Door(MarketApi api)
{
    /// <summary>The cookie that lets a browser load pages; numbers need the key itself.</summary>
    public const string PagesCookie = "flashsale-pages";

    private const string Health = "/health";
    private const string Name = "key"; // of refusals in metrics

    /// <summary>Lets a request through, or answers it.</summary>
    public Task Invoke(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.StartsWithSegments(Health, StringComparison.Ordinal)
            || api.Gate.Refuse(context, Caller.Anyone) is not { } refusal
            || (PageFiles.IsPart(context.Request.Path)
                && api.Gate.OpensPages(context.Request.Cookies[PagesCookie])))
        {
            return next(context);
        }

        api.Meters.Counted(Name, RequestProblems.Of(refusal).Word);
        if (refusal == RequestFault.KeyMissing && AsksForPage(context.Request))
        {
            return KeyPage.Show(context);
        }

        Endpoint.Tell(context, RequestProblems.Of(refusal));
        return Task.CompletedTask;
    }

    private static bool AsksForPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && PageFiles.IsPage(request.Path)
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
