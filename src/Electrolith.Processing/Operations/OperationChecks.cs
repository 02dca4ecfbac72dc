namespace Electrolith.Processing.Operations;

/// <summary>What a lot must be before a step.</summary>
internal static class OperationChecks
{
    /// <summary>A liquid can be neither pressed nor fired.</summary>
    /// <param name="operation">Name of the operation.</param>
    /// <param name="lot">Lot before.</param>
    /// <exception cref="ProcessException">The lot flows.</exception>
    public static void IsSolid(string operation, Lot lot)
    {
        if (lot.Form == LotForm.Liquid)
        {
            throw new ProcessException(operation, "the lot is a liquid: cast and dry it, or cure it, before this step");
        }
    }
}
