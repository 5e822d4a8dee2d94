using FlashSale.Dashboard;

namespace FlashSale.Silo;

/// <summary>Answers in place of a silo that does not serve: not yet, or no more.</summary>
internal sealed class Closed(IHostApplicationLifetime life, Draining draining)
{
    private const string NotYet =
        "This silo is joining its cluster and serves in a moment; another one may answer already.";
    private const string NoMore = "This silo was asked to stop; another one answers.";

    /// <summary>Whether the silo has not begun to serve.</summary>
    public bool IsNotOpenYet => !life.ApplicationStarted.IsCancellationRequested;

    /// <summary>Lets through what can be answered: health always, the rest while the silo serves.</summary>
    /// <remarks>A connection that was open when the silo was asked to stop may bring more requests.</remarks>
    public Task Answer(HttpContext context, RequestDelegate next)
    {
        var isApi = context.Request.Path.StartsWithSegments(MarketApi.Root, StringComparison.Ordinal);
        if (IsNotOpenYet && !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
        {
            return Refuse(context, NotYet, isApi);
        }

        return draining.IsOn && isApi ? Refuse(context, NoMore, isApi) : next(context);
    }

    private static Task Refuse(HttpContext context, string why, bool isApi)
    {
        context.Response.Headers.RetryAfter = Draining.RetryAfterSeconds;
        const int status = StatusCodes.Status503ServiceUnavailable;
        return isApi
            ? TypedResults.Problem(why, statusCode: status).ExecuteAsync(context)
            : TypedResults.Text(why, statusCode: status).ExecuteAsync(context);
    }
}
