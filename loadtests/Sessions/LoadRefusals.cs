using System.Globalization;
using FlashSale.Driver;

namespace FlashSale.LoadTests;

/// <summary>
/// What cannot be meant together: an option that changes nothing is refused, not passed over.
/// </summary>
internal static class LoadRefusals
{
    private const string NeedsDatabase = "Host=…;Username=…;Database=…» of an empty PostgreSQL database";

    /// <summary>Every problem, each with what is allowed.</summary>
    public static IEnumerable<string> Of(LoadOptions options) =>
        Places(options).Concat(Rows(options)).Concat(Trouble(options)).Concat(Victim(options));

    private static IEnumerable<string> Places(LoadOptions options)
    {
        string[] places =
        [
            .. new[]
            {
                options.Url is null ? null : "--url", options.Cluster is null ? null : "--cluster",
                options.Silos is null ? null : "--silos",
            }.OfType<string>(),
        ];
        if (places.Length > 1)
        {
            yield return $"{string.Join(" and ", places)} are given; allowed: one of them";
        }

        if (options.Url is { } url && ApiAddress.Parse(url) is null)
        {
            yield return $"--url «{url}» is no address; allowed: such as http://127.0.0.1:5080";
        }

        if (options.ClusterId is not null && options.Cluster is null)
        {
            yield return "--cluster-id changes nothing here; allowed: with --cluster";
        }

        if (options.Measurements is not null && !options.IsOwnSilo)
        {
            yield return "--measurements needs the CPU time of the silo; allowed: with a silo in this "
                + "process";
        }
    }

    private static IEnumerable<string> Rows(LoadOptions options)
    {
        var needsDatabase = options.Storage == Storage.Postgres || options.Silos is not null;
        if (options.Storage is not null && !options.IsOwnSilo)
        {
            yield return "--storage changes nothing here: the silos keep their rows where they were told; "
                + "allowed: with a silo in this process";
        }
        else if (options.Storage == Storage.Postgres && options.Connection is null)
        {
            yield return $"--storage postgres needs a database; allowed: with --connection «{NeedsDatabase}";
        }

        if (options.Silos is not null && options.Connection is null)
        {
            yield return "--silos needs a database that they share; allowed: with --connection "
                + $"«{NeedsDatabase} (Debian: apt install postgresql, then createdb); without one: one silo "
                + "in this process, no --silos";
        }

        if (options.Connection is not null && !needsDatabase)
        {
            yield return "--connection changes nothing here; allowed: with --storage postgres or --silos";
        }
    }

    private static IEnumerable<string> Trouble(LoadOptions options)
    {
        if (options.Kill is not null && options.Chaos is not null)
        {
            yield return "--kill and --chaos are given; allowed: one of them";
        }

        if (options.Scenario.Name == LoadScenarios.SiloKill && options.IsOwnSilo)
        {
            yield return $"{LoadScenarios.SiloKill} needs a silo to kill and others to go on; allowed: with "
                + "--silos 2 or more, or with --cluster or --url and --kill PID";
        }
        else if (options.Scenario.Name == LoadScenarios.SiloKill
            && options is { Silos: null, Kill: null, Chaos: null })
        {
            yield return $"{LoadScenarios.SiloKill} needs a silo to kill; allowed: --kill PID, of a silo of "
                + "the cluster";
        }

    }

    private static IEnumerable<string> Victim(LoadOptions options)
    {
        if (options.Kill is not { } target)
        {
            yield break;
        }

        if (options.IsOwnSilo)
        {
            yield return "--kill needs a market outside this process; allowed: with --silos, --url or "
                + "--cluster";
        }
        else if (options.Silos is { } silos && SiloName.NumberOf(target) is { } number)
        {
            if (number > silos)
            {
                yield return $"--kill «{target}» is no silo; allowed: silo-1 to silo-{silos}";
            }
        }
        else if (!IsProcess(target))
        {
            yield return $"--kill «{target}» is no process; allowed: the number of one, or such as silo-2 "
                + "with --silos";
        }
    }

    private static bool IsProcess(string target) =>
        int.TryParse(target, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 1;
}
