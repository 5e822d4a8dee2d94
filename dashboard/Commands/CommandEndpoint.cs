using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace FlashSale.Dashboard;

/// <summary>Carries out one command of a request.</summary>
internal sealed class CommandEndpoint(MarketApi api, CommandOperation operation)
{
    private const string Json = "application/json";
    private const string Problem = "application/problem+json";

    /// <summary>Answers a request; gives the word of the answer.</summary>
    public async Task<string> Answer(HttpContext context)
    {
        var command = await Read(context.Request, context.RequestAborted);
        api.Check(context, command);
        var answer = await api.InTime(command.Send(api.Market));
        return Write(context.Response, command, answer);
    }

    private async ValueTask<MarketCommand> Read(HttpRequest request, CancellationToken stop)
    {
        if (operation.Body is not null && !(operation.BodyIsOptional && RequestBody.IsLeftOut(request)))
        {
            RequestBody.CheckIsJson(request);
        }

        var body = await RequestBody.Read(request, api.Options.Limits.BodyBytesMax, stop);
        try
        {
            return Parse(request, body);
        }
        finally
        {
            RequestBody.GiveBack(request, body);
        }
    }

    private MarketCommand Parse(HttpRequest request, in ReadOnlySequence<byte> bytes)
    {
        Span<byte> ids = stackalloc byte[AddressIds.LengthMax];
        var text = new CommandText(
            new IdParts(ids[..AddressIds.Copy(request, operation.Ids, ids)], "address"),
            new BodyReader(RequestBody.ReaderOf(bytes, api.Options.Limits), "$"),
            RequestKey.Of(request, operation),
            hasBody: operation.Body is not null && (bytes.Length > 0 || !operation.BodyIsOptional));
        if (operation.Body is null && bytes.Length > 0)
        {
            throw new MalformedException("$", "this call has no body");
        }

        var command = operation.Parse(ref text);
        text.Ids.End();
        if (text.HasBody)
        {
            text.Body.End();
        }

        return command;
    }

    private string Write(HttpResponse response, MarketCommand command, in Answer answer)
    {
        var scratch = JsonScratch.Take();
        var problem = Refusals.Find(command.AnswerKind, answer.Result);
        scratch.Writer.WriteStartObject();
        if (problem is null)
        {
            AnswerWriter.WriteDone(scratch.Writer, command, answer);
            scratch.Writer.WriteEndObject();
            scratch.SendTo(response, StatusCodes.Status200OK, Json);
            return Refusals.WordOf(command.AnswerKind, answer.Result);
        }

        var retryAfter = api.RetryAfter(command, answer);
        AnswerWriter.WriteProblem(scratch.Writer, problem, null, retryAfter);
        AnswerWriter.WriteRefused(scratch.Writer, command, answer);
        scratch.Writer.WriteEndObject();
        Endpoint.SetRetryAfter(response, retryAfter);
        scratch.SendTo(response, problem.Status, Problem);
        return problem.Word;
    }
}
