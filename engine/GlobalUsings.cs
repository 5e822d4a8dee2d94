global using FlashSale.Marketplace;

// Every method would clear all its structs first, and those of an order are hundreds of bytes a step. What is
// read is written before: the compiler sees to it, but for stackalloc, which every use here fills.
[module: System.Runtime.CompilerServices.SkipLocalsInit]
