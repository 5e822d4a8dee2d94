using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace FlashSale.Dashboard;

/// <summary>
/// Carries out many commands of one request: sent in their order without waiting for each other, answered in
/// their order, each by itself.
/// </summary>
internal sealed class BatchEndpoint(MarketApi api)
{
    /// <summary>The name in metrics and in OpenAPI.</summary>
    public const string Name = "batch";

    private const int FlushBytes = 32 << 10;

    /// <summary>Answers a request; gives the word of the answer.</summary>
    public async Task<string> Answer(HttpContext context)
    {
        var commands = await Read(context.Request, context.RequestAborted);
        foreach (var command in commands)
        {
            api.Check(context, command);
        }

        api.Meters.Gathered(commands.Count);
        var sent = new SentCommand[commands.Count];
        for (var at = 0; at < sent.Length; at++)
        {
            sent[at] = SentCommand.Of(commands[at], api.Market);
        }

        await Write(context.Response, sent);
        return "answered";
    }

    private async ValueTask<List<MarketCommand>> Read(HttpRequest request, CancellationToken stop)
    {
        RequestBody.CheckIsJson(request);
        var body = await RequestBody.Read(request, api.Options.Limits.BatchBytesMax, stop);
        var bytes = ArrayPool<byte>.Shared.Rent((int)body.Length); // a reader is slow over memory in parts
        try
        {
            body.CopyTo(bytes);
            var text = bytes.AsSpan(0, (int)body.Length);
            var limits = api.Options.Limits;
            return new BatchReader(RequestBody.ReaderOf(text, limits), limits).Read();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
            RequestBody.GiveBack(request, body);
        }
    }

    private async Task Write(HttpResponse response, SentCommand[] commands)
    {
        response.ContentType = "application/json";
        await using var writer = new Utf8JsonWriter(response.BodyWriter, new() { SkipValidation = true });
        writer.WriteStartObject();
        writer.WriteStartArray("answers"u8);
        foreach (var command in commands)
        {
            writer.WriteStartObject();
            await WriteOne(writer, command);
            writer.WriteEndObject();
            if (writer.BytesPending > FlushBytes)
            {
                await writer.FlushAsync();
            }
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private async ValueTask WriteOne(Utf8JsonWriter writer, SentCommand command)
    {
        try
        {
            var answer = await api.InTime(command.Answer);
            var problem = Refusals.Find(command.Command.AnswerKind, answer.Result);
            if (problem is null)
            {
                AnswerWriter.WriteStatus(writer, StatusCodes.Status200OK);
                AnswerWriter.WriteDone(writer, command.Command, answer);
            }
            else
            {
                AnswerWriter.WriteProblem(writer, problem, null, api.RetryAfter(command.Command, answer));
                AnswerWriter.WriteRefused(writer, command.Command, answer);
            }

            api.Meters.Counted(Name, Refusals.WordOf(command.Command.AnswerKind, answer.Result));
        }
        catch (Exception fault) when (MarketFault.Of(fault) is not null)
        {
            var (known, wait) = MarketFault.Of(fault)!.Value;
            AnswerWriter.WriteProblem(writer, RequestProblems.Of(known), null, wait);
        }
    }
}
