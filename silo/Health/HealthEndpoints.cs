using Microsoft.AspNetCore.Http.HttpResults;

namespace FlashSale.Silo;

/// <summary>What load balancers and operators ask a silo: does it live, may it get work.</summary>
internal static class HealthEndpoints
{
    /// <summary>
    /// Maps «/health/live» and «/health/ready»; both answer 200, or 503 with what is wrong.
    /// </summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", static () => Task.CompletedTask);
        routes.MapGet("/health/ready", Ready);
    }

    private static async Task<IResult> Ready(
        Closed closed, Draining draining, StorageProbe storage, ISiloStatusOracle members)
    {
        if (closed.IsNotOpenYet)
        {
            return Halted(["the silo is joining its cluster"]);
        }

        List<string> problems = [];
        if (draining.IsOn)
        {
            problems.Add("the silo was asked to stop");
        }

        if (members.CurrentStatus != SiloStatus.Active)
        {
            problems.Add($"the silo is {members.CurrentStatus} in its cluster, not active");
        }

        if (!await storage.IsWritable())
        {
            problems.Add("rows cannot be written");
        }

        return problems.Count == 0
            ? TypedResults.Json(new Health("ready", problems))
            : Halted(problems);
    }

    private static JsonHttpResult<Health> Halted(IReadOnlyList<string> problems) => TypedResults.Json(
        new Health("halted", problems), statusCode: StatusCodes.Status503ServiceUnavailable);

    private sealed record Health(string Status, IReadOnlyList<string> Problems);
}
