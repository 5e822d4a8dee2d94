using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace FlashSale.Silo;

/// <summary>The application of a host, as the server in front sees it.</summary>
internal abstract class Pipeline
{
    /// <summary>Begins a request; what is given stands for it.</summary>
    public abstract object Begin(IFeatureCollection features);

    /// <summary>Answers it.</summary>
    public abstract Task Answer(object request);

    /// <summary>Its answer has been sent, or has failed.</summary>
    public abstract void End(object request, Exception? fault);
}

/// <summary>The same, for the kind of contexts that the host makes: the server need not know it.</summary>
internal sealed class Pipeline<TContext>(IHttpApplication<TContext> application) : Pipeline
    where TContext : notnull
{
    public override object Begin(IFeatureCollection features) => application.CreateContext(features);

    public override Task Answer(object request) => application.ProcessRequestAsync((TContext)request);

    public override void End(object request, Exception? fault) =>
        application.DisposeContext((TContext)request, fault);
}
