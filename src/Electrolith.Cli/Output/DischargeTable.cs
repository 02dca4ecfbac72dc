using System.Text.Json;
using Electrolith.Quantities;
using Electrolith.Routes.Pipeline;

namespace Electrolith.Cli.Output;

/// <summary>Prints the discharge of a route by the models that were asked for.</summary>
internal static class DischargeTable
{
    /// <summary>As a table, with what the models differ in.</summary>
    /// <param name="discharge">The discharge; nothing is written for null.</param>
    /// <param name="output">Where to.</param>
    public static void Write(RouteDischarge? discharge, TextWriter output)
    {
        if (discharge is null)
        {
            return;
        }

        var table = new TextTable($"discharge at {QuantityPrinter.Format(discharge.Rate, QuantityKinds.ChargeRate)}", ">capacity", ">loss, mV", ">Wh/kg", ">to closed form");
        var closed = discharge.Estimates[0];
        foreach (var estimate in discharge.Estimates)
        {
            table.Add(Name(estimate.Model), $"{estimate.DeliveredShare * 100:F1} %", double.IsFinite(estimate.Loss) ? $"{estimate.Loss * 1000:F0}" : "",
                QuantityPrinter.Number(QuantityPrinter.ToDisplay(estimate.SpecificEnergy, QuantityKinds.SpecificEnergy)),
                estimate.Model == RouteModel.Closed || closed.SpecificEnergy <= 0 ? "" : $"{((estimate.SpecificEnergy / closed.SpecificEnergy) - 1) * 100:+0.0;-0.0;0.0} %");
        }

        output.Write(table);
        if (discharge.Remark.Length > 0)
        {
            output.WriteItem(discharge.Remark);
        }

        var last = discharge.Estimates[^1];
        if (last.Model != RouteModel.Closed)
        {
            output.WriteItem($"{Name(last.Model)}: {last.Reason}; the other results and all intervals are of the closed form");
        }

        output.WriteLine();
    }

    /// <summary>As JSON.</summary>
    /// <param name="json">Writer.</param>
    /// <param name="discharge">The discharge; nothing is written for null.</param>
    public static void Write(Utf8JsonWriter json, RouteDischarge? discharge)
    {
        if (discharge is null)
        {
            return;
        }

        json.WriteStartObject("discharge");
        json.WriteQuantity("rate", discharge.Rate, QuantityKinds.ChargeRate);
        json.WriteStartArray("models");
        foreach (var estimate in discharge.Estimates)
        {
            json.WriteStartObject();
            json.WriteString("model", estimate.Model switch { RouteModel.Closed => "closed", RouteModel.SingleParticle => "spm", _ => "p2d" });
            json.WriteQuantity("deliveredShare", estimate.DeliveredShare, QuantityKinds.Fraction);
            if (double.IsFinite(estimate.Loss))
            {
                json.WriteQuantity("loss", estimate.Loss, QuantityKinds.Voltage);
            }

            json.WriteQuantity("specificEnergy", estimate.SpecificEnergy, QuantityKinds.SpecificEnergy);
            json.WriteText("endedBecause", estimate.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteText("remark", discharge.Remark);
        json.WriteEndObject();
    }

    private static string Name(RouteModel model) => model switch
    {
        RouteModel.Closed => "closed form: constant resistance",
        RouteModel.SingleParticle => "single particle (spm)",
        _ => "depth resolved (p2d)",
    };
}
