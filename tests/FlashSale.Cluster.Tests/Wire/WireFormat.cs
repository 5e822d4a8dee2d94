using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Serialization;
using Orleans.Serialization.Configuration;
using Orleans.Serialization.Serializers;

namespace FlashSale.Cluster.Tests;

/// <summary>The serializer as silos and clients have it, without a cluster.</summary>
internal static class WireFormat
{
    private static readonly ServiceProvider Services =
        new ServiceCollection().AddSerializer().BuildServiceProvider();

    /// <summary>Writes and reads.</summary>
    public static Serializer Serializer => Services.GetRequiredService<Serializer>();

    /// <summary>Copies what a local call hands over.</summary>
    public static DeepCopier Copier => Services.GetRequiredService<DeepCopier>();

    /// <summary>Finds codecs and copiers.</summary>
    public static CodecProvider Codecs => Services.GetRequiredService<CodecProvider>();

    /// <summary>What code generation has registered.</summary>
    public static TypeManifestOptions Manifest =>
        Services.GetRequiredService<IOptions<TypeManifestOptions>>().Value;

    /// <summary>What comes out at the other end.</summary>
    public static T Sent<T>(T value) => Serializer.Deserialize<T>(Serializer.SerializeToArray(value))!;
}
