using System.Text.Json;

namespace FlashSale.Dashboard;

/// <summary>The part of a frame that tells of the hosts: processes, operations, alerts, audits.</summary>
internal sealed class HostPart(Utf8JsonWriter json, LiveTelemetry live)
{
    private const int OperationsMax = 20;
    private const int AlertsMax = 20;
    private const int ChangesMax = 50;
    private const int StudiesMax = 20;
    private const int LeasesMax = 50;
    private const int RunShown = 12; // digits of a name that tell runs apart for people

    public void Write()
    {
        WriteLatencies("latency", live.Host.Orders);
        WriteAudit();
        WriteHosts();
        WriteOperations();
        WriteAlerts();
        WriteMembers();
        WriteStudies();
    }

    private void WriteLatencies(string name, Latencies? latencies)
    {
        if (latencies is { } known)
        {
            json.WriteStartArray(name);
            json.WriteNumberValue(Math.Round(known.P50, 3));
            json.WriteNumberValue(Math.Round(known.P99, 3));
            json.WriteNumberValue(Math.Round(known.P999, 3));
            json.WriteEndArray();
        }
    }

    private void WriteAudit()
    {
        if (live.Books.Last is not { } last)
        {
            return;
        }

        json.WriteStartObject("audit");
        json.WriteNumber("at", last.At.ToUnixTimeMilliseconds());
        json.WriteNumber("tookMs", Math.Round(last.Took.TotalMilliseconds, 1));
        json.WriteBoolean("passed", last.Report.Passed);
        MarketPart.WriteChecks(json, last.Report.Checks);
        if (last.FirstFailure is { } failure)
        {
            json.WriteNumber("failedAt", failure.At.ToUnixTimeMilliseconds());
            json.WriteStartObject("failed");
            MarketPart.WriteCheck(json, failure.Check);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteHosts() => json.WriteObjects("hosts", live.Hosts, host =>
    {
        json.WriteString("name", host.Name);
        json.WriteString("state", host.State);
        WriteNumber("cpu", host.Cpu);
        json.WriteNumber("memory", host.MemoryBytes);
        WriteNumber("gcPause", host.GcPause);
        WriteNumber("activations", host.Activations);
        WriteNumber("messages", host.Messages);
        json.WriteNumber("queue", host.Queue);
        WriteNumber("requests", host.Requests);
        WriteNumber("errors", host.Errors);
        WriteNumber("shed", host.Shed);
        WriteNumber("p99", host.RequestMsP99);
        WriteNumber("writeP99", host.WriteMsP99);
        json.WriteNumber("checkouts", host.Checkouts);
    });

    private void WriteOperations() => json.WriteObjects(
        "operations", live.Host.Operations.Take(OperationsMax), one =>
        {
            json.WriteString("name", one.Name);
            json.WriteNumber("count", one.Count);
            WriteNumber("rate", one.Rate);
            WriteNumber("errors", one.Errors);
            WriteLatencies("latency", one.Latencies);
            json.WriteRows("results", one.Results, result =>
            {
                json.WriteStringValue(result.Result);
                json.WriteNumberValue(result.Count);
            });
        });

    private void WriteAlerts() => json.WriteObjects("alerts", live.Alerts.Alerts.Take(AlertsMax), alert =>
    {
        json.WriteString("subject", WordTable<AlertSubject>.Of(alert.Rule.Subject));
        json.WriteString("about", alert.About);
        json.WriteNumber("at", alert.At.ToUnixTimeMilliseconds());
        WriteNumber("value", alert.Value);
        WriteNumber("above", alert.Rule.Above);
        json.WriteBoolean("severe", alert.Rule.IsSevere);
        json.WriteBoolean("over", alert.IsOver);
    });

    private void WriteMembers() => json.WriteObjects(
        "members", (live.Options.Hosts?.Changes ?? []).TakeLast(ChangesMax), change =>
        {
            json.WriteNumber("at", change.At.ToUnixTimeMilliseconds());
            json.WriteString("host", change.Host);
            json.WriteString("state", change.State);
        });

    private void WriteStudies()
    {
        json.WriteObjects("studies", live.Studies.Studies.Take(StudiesMax), study =>
        {
            json.WriteString("id", study.Id);
            json.WriteString("name", study.Name);
            json.WriteNumber("runs", study.Runs);
            json.WriteNumber("ended", study.Ended);
            json.WriteNumber("failed", study.Failed);
            WriteNumber("secondsLeft", study.SecondsLeft);
            json.WriteString("stopped", study.Stopped);
            json.WriteObjects("leases", study.Leases.Take(LeasesMax), lease =>
            {
                json.WriteString("run", lease.Run[..Math.Min(RunShown, lease.Run.Length)]);
                json.WriteString("silo", lease.Silo);
                json.WriteNumber("since", lease.Since.ToUnixTimeMilliseconds());
                WriteNumber("share", lease.Share);
            });
        });
        json.WriteObjects("slots", live.Studies.Slots, slots =>
        {
            json.WriteString("silo", slots.Silo);
            json.WriteNumber("slots", slots.Slots);
            json.WriteNumber("busy", slots.Busy);
        });
    }

    private void WriteNumber(string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, Math.Round(number, 4));
        }
    }
}
