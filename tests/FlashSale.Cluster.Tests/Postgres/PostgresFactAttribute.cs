using System.Reflection;
using Xunit.Sdk;

namespace FlashSale.Cluster.Tests;

/// <summary>A test that needs PostgreSQL; skipped, saying so, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresServer.IsInstalled ? null : PostgresServer.NotInstalled;
}

/// <summary>Also runs a theory against PostgreSQL; skipped, saying so, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresStoreAttribute : DataAttribute
{
    public PostgresStoreAttribute() => Skip = PostgresServer.IsInstalled ? null : PostgresServer.NotInstalled;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[StoreKind.Postgres]];
}
