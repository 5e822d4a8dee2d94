namespace FlashSale.Silo;

/// <summary>What load balancers and operators ask a silo: does it live, may it get work.</summary>
/// <remarks>Until the silo serves, its <see cref="FrontDoor"/> answers in their place.</remarks>
internal static class HealthEndpoints
{
    /// <summary>Answers 200 as long as the process does.</summary>
    public const string Live = "/health/live";

    /// <summary>Answers 200 if the silo may get work, else 503 with what is wrong.</summary>
    public const string Ready = "/health/ready";

    /// <summary>Maps both.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Live, static () => Task.CompletedTask);
        routes.MapGet(Ready, IsReady);
    }

    private static async Task IsReady(
        HttpContext context, DrainGate draining, StorageProbe storage, ISiloStatusOracle members)
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

        await (problems.Count == 0
            ? context.Response.WriteAsJsonAsync(new { status = "ready", problems })
            : ComeBack.TellHalted(context, problems));
    }
}
