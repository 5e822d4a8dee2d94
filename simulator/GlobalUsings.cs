global using FlashSale.Marketplace;
