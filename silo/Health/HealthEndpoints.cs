namespace FlashSale.Silo;

/// <summary>What load balancers and operators ask a silo: does it live, may it get work.</summary>
internal static class HealthEndpoints
{
    /// <summary>Maps «/health/live» and «/health/ready»; both answer 200, or 503 with what is wrong.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => TypedResults.Json(new Health(true, [])));
        routes.MapGet("/health/ready", Ready);
    }

    private static async Task<IResult> Ready(Draining draining, StorageProbe storage, ISiloStatusOracle members)
    {
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

        var status = problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        return TypedResults.Json(new Health(problems.Count == 0, problems), statusCode: status);
    }

    private sealed record Health(bool Ok, IReadOnlyList<string> Problems);
}
