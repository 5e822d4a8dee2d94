using System.Reflection;
using Xunit.Sdk;

namespace FlashSale.Cluster.Tests;

/// <summary>Runs a theory against each store that needs nothing but a folder.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class StoresAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        [[StoreKind.Memory], [StoreKind.Sqlite]];
}
